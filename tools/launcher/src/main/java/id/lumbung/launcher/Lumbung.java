package id.lumbung.launcher;

import id.lumbung.launcher.client.GatewayRefusal;
import id.lumbung.launcher.stack.UserError;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code ./lumbung COMMAND}. */
@Command(
        name = "lumbung",
        description = "The backbone of village cooperatives, on this machine.",
        mixinStandardHelpOptions = true,
        version = "Lumbung 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Lumbung {

    /** As {@code --help} lists them: what a newcomer tries first stands first. */
    private static final List<String> ORDER =
            List.of(
                    "demo",
                    "up",
                    "status",
                    "down",
                    "token",
                    "replay",
                    "shu",
                    "reconcile",
                    "republish",
                    "bench");

    private Lumbung() {}

    public static void main(String[] args) {
        var line = new CommandLine(new Lumbung());
        commands()
                .map(CommandLine::new)
                .sorted(Comparator.comparingInt(Lumbung::place))
                .forEach(line::addSubcommand);
        line.setExecutionExceptionHandler((e, command, _) -> {
            command.getErr().println(sentence(e));
            return 1;
        });
        line.setParameterExceptionHandler((e, _) -> {
            var command = e.getCommandLine();
            command.getErr().println(e.getMessage());
            command.getErr().printf("See: ./lumbung %s --help%n", command.getCommandName());
            return 2;
        });
        System.exit(line.execute(args.length == 0 ? new String[] {"--help"} : args));
    }

    /** Ours, and those that other modules add. */
    private static Stream<Object> commands() {
        return Stream.concat(
                Stream.of(
                        new UpCommand(),
                        new DownCommand(),
                        new StatusCommand(),
                        new ReconcileCommand(),
                        new RepublishCommand(),
                        new ShuCommand()),
                ServiceLoader.load(LauncherCommand.class).stream()
                        .map(ServiceLoader.Provider::get));
    }

    private static int place(CommandLine command) {
        var place = ORDER.indexOf(command.getCommandName());
        return place < 0 ? ORDER.size() : place;
    }

    private static String sentence(Exception e) {
        if (e instanceof UserError || e instanceof GatewayRefusal) {
            return String.valueOf(e.getMessage());
        }
        return "Lumbung cannot go on: %s (%s). The logs stand in the data folder, under logs."
                .formatted(e.getMessage(), e.getClass().getSimpleName());
    }
}
