package id.lumbung.village.replay;

import id.lumbung.launcher.GatewayOptions;
import id.lumbung.launcher.LauncherCommand;
import id.lumbung.launcher.stack.UserError;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code lumbung replay FILE}. */
@Command(
        name = "replay",
        description =
                "Send a real pharmacy's sales, by the hour or the day, through the gateway, and see that the journal has them to the rupiah.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements LauncherCommand {

    @Parameters(paramLabel = "FILE", description = "Sales by the hour or by the day, as CSV.")
    private Path file = Path.of("");

    @Option(
            names = "--members",
            defaultValue = "200",
            description = "Members who may be buyers (default: ${DEFAULT-VALUE}).")
    private int members = 200;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Chooses buyers and minutes (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--rows", description = "Read this many rows at the most (default: all).")
    private long rows;

    @Option(names = "--rate", description = "Send this many sales a second at the most.")
    private double rate;

    @Option(names = "--json", description = "Print one JSON object; the table goes to stderr.")
    private boolean json;

    @Mixin private final GatewayOptions gateway = new GatewayOptions();

    @Override
    public Integer call() {
        if (members < 1 || rows < 0 || rate < 0) {
            throw new UserError("--members is at least 1, --rows and --rate are 0 or more.");
        }
        System.err.printf("Reading %s; its first line is to be: %s%n", file, Columns.heading());
        try (var connection = gateway.connect()) {
            var outcome =
                    new Replay(connection.callers(), System.err)
                            .run(new Replay.Options(file, members, seed, rows, rate));
            (json ? System.err : System.out).print(new OutcomeTable(outcome).text());
            if (json) {
                System.out.println(new JsonMapper().writeValueAsString(outcome.sums()));
            }
            return outcome.closes() ? 0 : 1;
        }
    }
}
