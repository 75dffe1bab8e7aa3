package id.lumbung.launcher;

import id.lumbung.launcher.stack.DataRemoval;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackFile;
import id.lumbung.launcher.stack.StackOptions;
import id.lumbung.launcher.stack.UserError;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What can be said of a stack to be started. */
public final class StartOptions {

    private static final int MAX_PORT = 65_535;

    @Mixin private final DataOption data = new DataOption();

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "The gateway's port (default: ${DEFAULT-VALUE}; 0 for any).")
    private int port = 8080;

    @Option(names = "--fresh", description = "Delete the data first.")
    private boolean fresh;

    @Option(
            names = "--memory",
            description = "Keep the database in memory only: faster, and lost at the end.")
    private boolean memory;

    /**
     * @throws UserError when the port is none
     */
    public StackOptions options() {
        if (port < 0 || port > MAX_PORT) {
            throw new UserError(
                    "%d is no port. Choose one from 1 to %d, or 0 for any: --port 8090"
                            .formatted(port, MAX_PORT));
        }
        return StackOptions.on(data.data()).withPort(port).inMemory(memory);
    }

    /** The stack that runs on the data folder already; none where the data is to be deleted. */
    public Optional<StackFile> running() {
        return fresh ? Optional.empty() : StackFile.read(data.data()).filter(StackFile::isRunning);
    }

    /** Takes hold of the data folder, after deleting what is in it where that was asked for. */
    public Stack stack(boolean detached) {
        if (fresh) {
            DataRemoval.from(data.data());
        }
        return new Stack(options().detached(detached), line -> System.err.println("  " + line));
    }
}
