package id.lumbung.bench;

import id.lumbung.launcher.LauncherCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code lumbung bench}. */
@Command(
        name = "bench",
        description =
                "Measure each path beside its ceiling. Takes about half an hour; leave the machine alone meanwhile.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements LauncherCommand {

    enum Name {
        SALES,
        MEMORY,
        GATEWAY,
        OUTBOX,
        JOURNAL,
        READS,
        DIVISION,
        LOGINS,
        FLOOD,
        START,
        DEMO;

        private Benchmark benchmark() {
            return switch (this) {
                case SALES -> new SalesBench(false);
                case MEMORY -> new SalesBench(true);
                case GATEWAY -> new GatewayBench();
                case OUTBOX -> new OutboxBench();
                case JOURNAL -> new JournalBench();
                case READS -> new ReadsBench();
                case DIVISION -> new DivisionBench();
                case LOGINS -> new LoginBench();
                case FLOOD -> new FloodBench();
                case START -> new StartBench();
                case DEMO -> new DemoBench();
            };
        }
    }

    @Option(names = "--only", description = "Only one of: ${COMPLETION-CANDIDATES}.")
    private @Nullable Name only;

    @Option(names = "--quick", description = "Short runs, for a look.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there, too.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        var figures = new ArrayList<Measurement>();
        var bench =
                new Bench(
                        quick,
                        line -> System.err.println("  " + line),
                        figure -> {
                            figures.add(figure);
                            System.err.println(figure.line());
                        });
        DemoBench.first(bench);
        for (var name : only == null ? List.of(Name.values()) : List.of(only)) {
            name.benchmark().run(bench);
        }
        System.out.println(Measurement.header());
        figures.forEach(figure -> System.out.println(figure.line()));
        if (json != null) {
            Files.writeString(
                    json, new JsonMapper().writeValueAsString(Map.of("figures", figures)));
        }
        return 0;
    }
}
