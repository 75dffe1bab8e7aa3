package id.lumbung.launcher;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What follows {@code ./lumbung}. */
final class LauncherCommands {

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

    private LauncherCommands() {}

    static Stream<CommandLine> inOrder() {
        return all().map(CommandLine::new).sorted(Comparator.comparingInt(LauncherCommands::place));
    }

    /** Ours, and those that other modules add. */
    private static Stream<Object> all() {
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
}
