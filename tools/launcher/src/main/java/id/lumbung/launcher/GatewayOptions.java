package id.lumbung.launcher;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackFile;
import id.lumbung.launcher.stack.StackOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Where the gateway is: given, of the stack that runs on the data, or of one started for the run.
 */
public final class GatewayOptions {

    @Mixin private final DataOption data = new DataOption();

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description = {
                "Use this gateway instead of the stack on the data folder.",
                "Who asks is said by LUMBUNG_TOKEN, or LUMBUNG_CLIENT_ID and LUMBUNG_CLIENT_SECRET."
            })
    private @Nullable String address;

    /**
     * A gateway to speak to.
     *
     * @param own the stack that was started for it; null where it ran before
     */
    public record Connection(Callers callers, @Nullable Stack own, @Nullable Thread hook)
            implements AutoCloseable {

        @Override
        public void close() {
            callers.close();
            if (own != null) {
                own.close();
                var _ = Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    public Connection connect() {
        if (address != null) {
            return new Connection(Callers.ofEnvironment(address, System.getenv()), null, null);
        }
        var running = StackFile.read(data.data()).filter(StackFile::isRunning);
        if (running.isPresent()) {
            return new Connection(
                    Callers.ofStack(running.get().gateway(), data.data()), null, null);
        }
        System.err.printf(
                "Nothing runs on %s: starting it for this run (./lumbung up keeps it running).%n",
                data.data());
        var stack =
                new Stack(StackOptions.on(data.data()), line -> System.err.println("  " + line));
        var hook = new Thread(stack::close);
        Runtime.getRuntime().addShutdownHook(hook);
        var _ = stack.startAll();
        return new Connection(Callers.ofStack(stack.gateway(), data.data()), stack, hook);
    }
}
