package id.lumbung.embeddedmongodb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the logs of a folder back. An entry that was begun and not ended by a kill is the end of
 * them: nobody was told that it is written. Whatever else cannot be read was acknowledged, and is
 * said rather than passed over.
 */
final class Recovery {

    /** Takes a change that was read back. */
    interface Change {
        void apply(RedoEntry entry);
    }

    private Recovery() {}

    /**
     * Gives every change to {@code change}, in the order it was written in.
     *
     * @throws UnusableFolder if a log is damaged; what stood before the damage was given
     */
    static void read(Path folder, Change change) throws IOException {
        List<Path> logs = new LogFiles(folder).all();
        for (int i = 0; i < logs.size(); i++) {
            Path path = logs.get(i);
            ByteBuffer log = ByteBuffer.wrap(Files.readAllBytes(path));
            int end = read(log, path, change);
            List<Path> later = logs.subList(i + 1, logs.size());
            if (end < log.capacity() && isAnyWritten(later)) {
                throw UnusableFolder.logDamaged(path, end, log.capacity());
            }
            if (!later.isEmpty() && !later.getFirst().equals(LogFiles.after(path))) {
                throw UnusableFolder.logMissing(LogFiles.after(path));
            }
        }
    }

    /** The byte behind the last whole entry. */
    private static int read(ByteBuffer log, Path path, Change change) {
        while (true) {
            int start = log.position();
            try {
                RedoEntry entry = RedoEntry.read(log);
                if (entry == null) {
                    return start;
                }
                change.apply(entry);
            } catch (DamagedEntry damage) {
                throw UnusableFolder.logDamaged(path, start, log.capacity());
            }
        }
    }

    private static boolean isAnyWritten(List<Path> logs) throws IOException {
        for (Path log : logs) {
            if (Files.size(log) > 0) {
                return true;
            }
        }
        return false;
    }
}
