package id.lumbung.bench;

import id.lumbung.launcher.stack.DataRemoval;
import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;

/** Runs {@code ./lumbung demo} on data of its own, and ends it. */
final class DemoRun {

    /** What is done once its table stands, while the stack still runs. */
    interface AfterTable {
        void look(Path data, Instant began);
    }

    private DemoRun() {}

    static void untilTable(AfterTable afterTable) {
        var data = Bench.folder("lumbung-bench-demo");
        try {
            var began = Instant.now();
            var process = start(data);
            try (var lines = process.inputReader()) {
                if (lines.lines().noneMatch("All sums close."::equals)) {
                    throw new UserError("The sums of ./lumbung demo do not close.");
                }
                afterTable.look(data, began);
            } finally {
                process.destroy();
                var _ = process.waitFor();
            }
            DataRemoval.from(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process start(Path data) throws IOException {
        var lumbung = Path.of(System.getProperty("lumbung.home", "."), "lumbung").toString();
        return new ProcessBuilder(lumbung, "demo", "--port", "0", "--data", data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
