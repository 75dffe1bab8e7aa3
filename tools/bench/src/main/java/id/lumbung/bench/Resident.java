package id.lumbung.bench;

import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a process holds of the machine's memory. */
final class Resident {

    private Resident() {}

    /** Zero for a process that is no more. */
    static double megabytes(long pid) {
        try {
            var process = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            var kilobytes =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                            .strip();
            return kilobytes.isEmpty() ? 0 : Double.parseDouble(kilobytes) / 1024;
        } catch (IOException e) {
            throw new UserError(
                    "The memory of process %d cannot be read: %s".formatted(pid, e.getMessage()));
        }
    }
}
