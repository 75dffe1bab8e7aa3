package id.lumbung.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The file everything is kept in, and the promise behind an answer: what a client was told is
 * written survives the end of this process, kill -9 included. It is with the operating system then,
 * not yet on the disk, so a power cut may lose it.
 *
 * <p>Writers share one lock and a commit has it alone: no commit catches a document without its
 * index entries.
 */
final class Store implements AutoCloseable {

    private static final String FILE = "mongodb.mv";
    private static final String LOCK_FILE = "mongodb.lock";
    private static final int CACHE_MIB = 32;
    private static final int PAGE_BYTES = 4 * 1024;
    private static final int COMPACTION_ON_CLOSE_MILLIS = 2_000;

    private static final ThreadLocal<Match> FIRST_MATCH = new ThreadLocal<>();

    private final MVStore file;
    private final @Nullable FileChannel lockFile;
    private final ReadWriteLock writing = new ReentrantReadWriteLock(true);
    private final @Nullable Thread committer;
    private final Object monitor = new Object();
    private List<Runnable> waiting = new ArrayList<>();
    private boolean closing;

    private record Match(String collection, Document query) {}

    private Store(MVStore file, @Nullable FileChannel lockFile) {
        this.file = file;
        this.lockFile = lockFile;
        this.committer =
                lockFile == null
                        ? null
                        : Thread.ofPlatform()
                                .name("mongo-commit")
                                .daemon()
                                .unstarted(this::commitForEver);
        if (committer != null) {
            committer.start();
        }
    }

    static Store inMemory() {
        MVStore memory = MVStore.open(null);
        memory.setVersionsToKeep(0);
        return new Store(memory, null);
    }

    /**
     * @throws UnusableFolder if another process has it, or what is in it cannot be read
     */
    static Store onDisk(Path folder) {
        FileChannel lockFile = lock(folder);
        Path path = folder.resolve(FILE);
        try {
            MVStore file =
                    new MVStore.Builder()
                            .fileName(path.toString())
                            .autoCommitDisabled()
                            .autoCommitBufferSize(0)
                            .cacheSize(CACHE_MIB)
                            .pageSplitSize(PAGE_BYTES)
                            .open();
            file.setRetentionTime(0);
            file.setVersionsToKeep(0);
            return new Store(file, lockFile);
        } catch (MVStoreException unreadable) {
            release(lockFile);
            throw new UnusableFolder(
                    unreadable.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                            ? inUse(folder)
                            : "The database file "
                                    + path
                                    + " cannot be read: it is damaged or not ours. Move it away, or start with --fresh.",
                    unreadable);
        }
    }

    private static FileChannel lock(Path folder) {
        try {
            var _ = Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(LOCK_FILE),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException ownedByThisProcess) {
                // Said below, as for any other owner.
            }
            channel.close();
            throw new UnusableFolder(inUse(folder), null);
        } catch (IOException unusable) {
            throw new UnusableFolder(
                    "The folder " + folder + " cannot be used for a database: " + unusable,
                    unusable);
        }
    }

    private static String inUse(Path folder) {
        return "The database in "
                + folder
                + " is in use by another process. End that one first, or give another folder by --data.";
    }

    private static void release(FileChannel lockFile) {
        try {
            lockFile.close();
        } catch (IOException ignored) {
            // The lock goes with the process at the latest.
        }
    }

    MVStore file() {
        return file;
    }

    MVMap<byte[], byte[]> map(String name) {
        return file.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(Bytes.keys())
                        .valueType(Bytes.values()));
    }

    /** Runs a command that may write. */
    <T> T write(Supplier<T> command) {
        writing.readLock().lock();
        try {
            return command.get();
        } finally {
            writing.readLock().unlock();
        }
    }

    /** Runs {@code answer} as soon as everything written before this call is safe. */
    void whenSafe(Runnable answer) {
        if (committer == null) {
            answer.run();
            return;
        }
        synchronized (monitor) {
            var _ = waiting.add(answer);
            monitor.notifyAll();
        }
    }

    /**
     * Lets the first reading of {@code collection} within {@code command} skip what does not match.
     */
    <T> T matching(String collection, Document match, Supplier<T> command) {
        FIRST_MATCH.set(new Match(collection, match));
        try {
            return command.get();
        } finally {
            FIRST_MATCH.remove();
        }
    }

    /** Given once only: what a later stage of the same aggregation reads must not be filtered. */
    @Nullable Document takeMatch(String collection) {
        Match match = FIRST_MATCH.get();
        if (match == null || !match.collection.equals(collection)) {
            return null;
        }
        FIRST_MATCH.remove();
        return match.query;
    }

    private void commitForEver() {
        while (true) {
            List<Runnable> safe;
            synchronized (monitor) {
                while (waiting.isEmpty() && !closing) {
                    try {
                        monitor.wait();
                    } catch (InterruptedException stop) {
                        return;
                    }
                }
                if (waiting.isEmpty()) {
                    return;
                }
                safe = waiting;
                waiting = new ArrayList<>();
            }
            writing.writeLock().lock();
            try {
                var _ = file.commit();
            } finally {
                writing.writeLock().unlock();
            }
            safe.forEach(Runnable::run);
        }
    }

    @Override
    public void close() {
        synchronized (monitor) {
            closing = true;
            monitor.notifyAll();
        }
        if (committer != null) {
            try {
                committer.join();
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
        file.close(COMPACTION_ON_CLOSE_MILLIS);
        if (lockFile != null) {
            release(lockFile);
        }
    }
}
