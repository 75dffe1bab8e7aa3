package id.lumbung.village.demo;

import id.lumbung.launcher.LauncherCommand;
import id.lumbung.launcher.StartOptions;
import id.lumbung.launcher.UpCommand;
import id.lumbung.launcher.login.Callers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lumbung demo}. */
@Command(
        name = "demo",
        description =
                "Start all, and have a village live through a year: members, savings, sales, visits, and sums that close.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements LauncherCommand {

    @Mixin private final StartOptions options = new StartOptions();

    @Option(
            names = "--exit",
            description = "End after the table; exit code 1 when a sum does not close.")
    private boolean exit;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Chooses what happens (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() throws InterruptedException {
        var stack = options.stack(false);
        var hook = new Thread(stack::close);
        Runtime.getRuntime().addShutdownHook(hook);
        var _ = stack.startAll();
        boolean closes;
        try (var callers = Callers.ofStack(stack.gateway(), stack.data())) {
            closes =
                    new Demo(callers, System.out, line -> System.err.println("  " + line))
                            .run(Demo.lastFullYear(), seed);
        }
        if (!exit) {
            System.out.println();
            UpCommand.printAddresses(stack);
            System.out.println("Ctrl-C ends it.");
            stack.watch();
        }
        return closes ? 0 : 1;
    }
}
