package id.lumbung.embeddedmongodb;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * Whether the disk could not be written or read once, whichever thread found out. It stays so: what
 * was written then may be half there, and readers may have seen what will not stay.
 */
final class DiskFailure {

    private static final System.Logger LOG = System.getLogger(DiskFailure.class.getName());

    /** What the store of the pages says when they cannot be read or written. */
    private static final Set<Integer> FATAL =
            Set.of(
                    DataUtils.ERROR_READING_FAILED,
                    DataUtils.ERROR_WRITING_FAILED,
                    DataUtils.ERROR_CLOSED,
                    DataUtils.ERROR_FILE_CORRUPT);

    private final CompletableFuture<Throwable> cause = new CompletableFuture<>();

    boolean hasHappened() {
        return cause.isDone();
    }

    void throwIfHappened() {
        if (cause.isDone()) {
            throw unsafe(cause.join());
        }
    }

    void happen(Throwable unwritten) {
        LOG.log(Level.ERROR, "The database cannot go on", unwritten);
        var _ = cause.complete(unwritten);
    }

    /** Whether a command failed by it, too. */
    void lookAt(RuntimeException commandFailed) {
        if (commandFailed instanceof MVStoreException pagesFailed
                && FATAL.contains(pagesFailed.getErrorCode())) {
            happen(commandFailed);
        }
    }

    void whenHappened(Consumer<Throwable> end) {
        var _ = cause.thenAccept(end);
    }

    static IllegalStateException unsafe(Throwable cause) {
        return new IllegalStateException("The database cannot write any more", cause);
    }
}
