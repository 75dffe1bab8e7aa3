package id.lumbung.launcher;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackPart;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lumbung up}. */
@Command(
        name = "up",
        description = "Start the broker, the database and the five services; Ctrl-C ends them all.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

    @Mixin private final StartOptions options = new StartOptions();

    @Option(names = "--detach", description = "Return when all is ready; ./lumbung down ends it.")
    private boolean detach;

    @Override
    public Integer call() throws InterruptedException {
        var stack = options.stack(detach);
        var hook = new Thread(stack::close);
        Runtime.getRuntime().addShutdownHook(hook);
        var _ = stack.startAll();
        // The first password is taken at once, not left lying about.
        Callers.ofStack(stack.gateway(), stack.data()).close();
        printAddresses(stack);
        if (detach) {
            var _ = Runtime.getRuntime().removeShutdownHook(hook);
            stack.detach();
            System.out.printf(
                    "Left running. End it with: ./lumbung down --data %s%n",
                    options.options().data());
        } else {
            System.out.println("Ctrl-C ends it.");
            stack.watch();
        }
        return 0;
    }

    /** Where the gateway's pages are, and how to get a token. */
    public static void printAddresses(Stack stack) {
        System.out.printf(
                """
                Gateway    %1$s
                API docs   %1$s/swagger-ui.html
                Kafka      %2$s
                MongoDB    %3$s
                Login      operator; the password stands in %4$s
                """,
                stack.url(StackPart.GATEWAY),
                stack.kafka(),
                stack.mongodb(),
                stack.data().resolve("logins.json"));
    }
}
