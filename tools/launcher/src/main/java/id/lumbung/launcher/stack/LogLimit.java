package id.lumbung.launcher.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Keeps a part's log small: what is full goes to a file beside it, in place of what went there
 * before, so that both together are at most about twice the limit.
 *
 * <p>The log is copied and then emptied, for the process goes on to write at the end of the same
 * file; a line written in between may be lost.
 */
final class LogLimit {

    static final long MAX_BYTES = 20_000_000;

    private static final int TAIL_BYTES = 16_000;
    private static final int TAIL_LINES = 12;

    private LogLimit() {}

    static Path before(Path log) {
        return log.resolveSibling(log.getFileName() + ".1");
    }

    static void apply(Path log, long maxBytes) throws IOException {
        if (Files.exists(log) && Files.size(log) > maxBytes) {
            var _ = Files.copy(log, before(log), StandardCopyOption.REPLACE_EXISTING);
            try (var file = FileChannel.open(log, StandardOpenOption.WRITE)) {
                var _ = file.truncate(0);
            }
        }
    }

    /** The last lines, of a log of any length. */
    static String tail(Path log) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[Math.toIntExact(Math.min(TAIL_BYTES, file.length()))];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        }
    }
}
