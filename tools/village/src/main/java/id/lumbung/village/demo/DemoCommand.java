package id.lumbung.village.demo;

import id.lumbung.launcher.LauncherCommand;
import id.lumbung.launcher.StartOptions;
import id.lumbung.launcher.UpCommand;
import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.StackFile;
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
        var running = options.running();
        return running.isPresent() ? on(running.get()) : onOwnStack();
    }

    /** On a stack that somebody else ends. */
    private int on(StackFile running) {
        System.err.printf(
                "Lumbung runs already on %s: the village lives there.%n", options.options().data());
        return closes(running.gateway()) ? 0 : 1;
    }

    private int onOwnStack() throws InterruptedException {
        var stack = options.stack(false);
        var hook = new Thread(stack::close);
        Runtime.getRuntime().addShutdownHook(hook);
        var _ = stack.startAll();
        var closes = closes(stack.gateway());
        if (!exit) {
            System.out.println();
            UpCommand.printAddresses(stack);
            System.out.println("Ctrl-C ends it.");
            stack.watch();
        }
        return closes ? 0 : 1;
    }

    private boolean closes(String gateway) {
        try (var callers = Callers.ofStack(gateway, options.options().data())) {
            return new Demo(callers, System.out, line -> System.err.println("  " + line))
                    .run(Demo.lastFullYear(), seed);
        }
    }
}
