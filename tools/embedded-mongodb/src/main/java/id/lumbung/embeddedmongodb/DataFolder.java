package id.lumbung.embeddedmongodb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** The folder of a database, held by one process at a time. */
final class DataFolder implements AutoCloseable {

    private static final String FILE = "mongodb.mv";
    private static final String LOCK_FILE = "mongodb.lock";
    private static final int CACHE_MIB = 48;
    private static final int PAGE_BYTES = 8 * 1024;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * @throws UnusableFolder if another process has it, or it cannot be written
     */
    static DataFolder open(Path path) {
        try {
            var _ = Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(
                            path.resolve(LOCK_FILE),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return new DataFolder(path, channel);
            }
            channel.close();
        } catch (IOException e) {
            throw unusable(path, e);
        }
        throw inUse(path, null);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ownedByThisProcess) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    /**
     * Opens the file of the pages, which writes by itself never, but with the threads that call it.
     */
    MVStore openPages() {
        try {
            MVStore pages =
                    new MVStore.Builder()
                            .fileName(path.resolve(FILE).toString())
                            .autoCommitDisabled()
                            .autoCommitBufferSize(0)
                            .cacheSize(CACHE_MIB)
                            .pageSplitSize(PAGE_BYTES)
                            .open();
            pages.setRetentionTime(0);
            pages.setVersionsToKeep(0);
            pages.setAutoCommitDelay(Integer.MAX_VALUE);
            return pages;
        } catch (MVStoreException e) {
            throw unusable(e);
        }
    }

    UnusableFolder unusable(MVStoreException cause) {
        return switch (cause.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED -> inUse(path, cause);
            case DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED ->
                    unusable(path, cause);
            default ->
                    new UnusableFolder(
                            "The database file %s cannot be read: it is damaged or not ours. Move it away, or start with --fresh."
                                    .formatted(path.resolve(FILE)),
                            cause);
        };
    }

    UnusableFolder unusable(IOException cause) {
        return unusable(path, cause);
    }

    private static UnusableFolder unusable(Path path, Exception cause) {
        Throwable first = cause;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return new UnusableFolder(
                "The folder %s cannot be used for a database: %s".formatted(path, first), cause);
    }

    private static UnusableFolder inUse(Path path, @Nullable Exception cause) {
        return new UnusableFolder(
                "The database in %s is in use by another process. End that one first, or give another folder by --data."
                        .formatted(path),
                cause);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException ignored) {
            // The lock goes with the process at the latest.
        }
    }
}
