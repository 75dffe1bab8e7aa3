package id.lumbung.embeddedmongodb;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder cannot be used for a database; the message says why in one sentence for people. */
public final class UnusableFolder extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private UnusableFolder(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static UnusableFolder because(Path folder, Exception cause) {
        Throwable first = cause;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return new UnusableFolder(
                "The folder %s cannot be used for a database: %s".formatted(folder, first), cause);
    }

    static UnusableFolder inUse(Path folder, @Nullable Exception cause) {
        return new UnusableFolder(
                "The database in %s is in use by another process. End that one first, or give another folder by --data."
                        .formatted(folder),
                cause);
    }

    static UnusableFolder unreadable(Path file, Exception cause) {
        return new UnusableFolder(
                "The database file %s cannot be read: it is damaged or not ours. Move it away, or start with --fresh."
                        .formatted(file),
                cause);
    }

    static UnusableFolder logMissing(Path log) {
        return new UnusableFolder(
                "The log %s is missing: what was written there cannot be read. Restore the folder from a copy, or give up what is behind it by deleting the logs with higher numbers."
                        .formatted(log),
                null);
    }

    static UnusableFolder logDamaged(Path log, int at, int size) {
        return new UnusableFolder(
                "The log %s is damaged at byte %d of %d: what was written from there on cannot be read. Restore the folder from a copy, or give up what is behind that byte by cutting the file there and deleting the logs with higher numbers."
                        .formatted(log, at, size),
                null);
    }
}
