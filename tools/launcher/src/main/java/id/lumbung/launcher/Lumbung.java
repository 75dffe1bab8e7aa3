package id.lumbung.launcher;

import id.lumbung.launcher.client.GatewayRefusal;
import id.lumbung.launcher.stack.UserError;
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

    private Lumbung() {}

    public static void main(String[] args) {
        var line = new CommandLine(new Lumbung());
        LauncherCommands.inOrder().forEach(line::addSubcommand);
        line.setExecutionExceptionHandler((e, command, _) -> {
            command.getErr().println(sentence(e));
            return 1;
        });
        line.setParameterExceptionHandler((e, _) -> {
            var command = e.getCommandLine();
            command.getErr().println(e.getMessage());
            var path = command.getCommandSpec().qualifiedName();
            command.getErr().printf("See: ./%s --help%n", path);
            return 2;
        });
        System.exit(line.execute(args.length == 0 ? new String[] {"--help"} : args));
    }

    private static String sentence(Exception e) {
        if (e instanceof UserError || e instanceof GatewayRefusal) {
            return String.valueOf(e.getMessage());
        }
        return "Lumbung cannot go on: %s (%s). The logs stand in the data folder, under logs."
                .formatted(e.getMessage(), e.getClass().getSimpleName());
    }
}
