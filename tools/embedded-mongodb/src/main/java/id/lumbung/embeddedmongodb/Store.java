package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is kept, and the promise behind an answer: what a client was told is written
 * survives the end of this process, kill -9 included. It is with the operating system then, not yet
 * on the disk, so a power cut may lose it.
 *
 * <p>A write is safe when it is in the {@link RedoLog}; one write to that file serves all who wait.
 * The pages of the maps are written now and then, by a checkpoint. Writers share one lock, and a
 * checkpoint has it alone while it takes the roots of all maps, so no checkpoint parts a document
 * from its index entries. What changes the structure (a new collection, an index) is not in the
 * log: it is answered after a checkpoint.
 */
final class Store implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Store.class.getName());
    private static final ThreadLocal<Match> FIRST_MATCH = new ThreadLocal<>();

    private static final String FILE = "mongodb.mv";
    private static final String LOCK_FILE = "mongodb.lock";
    private static final int CACHE_MIB = 48;
    private static final int PAGE_BYTES = 8 * 1024;

    /** A checkpoint is due at so much unwritten, and writers wait for it at three times as much. */
    private static final int UNWRITTEN_BYTES = 24 << 20;

    private static final long LOG_BYTES = 48L << 20;
    private static final long LOOK_EVERY_MILLIS = 100;

    /** Chunks with less than this part of their pages alive are copied together. */
    private static final int FILL_PERCENT = 50;

    private static final int COMPACTION_STEP_BYTES = 8 << 20;
    private static final int COMPACTION_ON_CLOSE_MILLIS = 2_000;

    private final MVStore file;
    private final @Nullable Disk disk;
    private final ReadWriteLock writing = new ReentrantReadWriteLock(true);
    private final AtomicLong structure = new AtomicLong();
    private volatile long safeStructure;

    private record Match(String collection, Document query) {}

    private Store(MVStore file, @Nullable Path folder, @Nullable FileChannel lock)
            throws IOException {
        this.file = file;
        this.disk = folder == null || lock == null ? null : new Disk(folder, lock);
    }

    static Store inMemory() {
        MVStore memory = MVStore.open(null);
        memory.setVersionsToKeep(0);
        try {
            return new Store(memory, null, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * @throws UnusableFolder if another process has it, or what is in it cannot be read
     */
    static Store onDisk(Path folder) {
        FileChannel lock = lock(folder);
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
            // Never by itself, but with the threads that write while others go on.
            file.setAutoCommitDelay(Integer.MAX_VALUE);
            return new Store(file, folder, lock);
        } catch (MVStoreException unreadable) {
            release(lock);
            throw new UnusableFolder(
                    unreadable.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                            ? inUse(folder)
                            : damaged(path),
                    unreadable);
        } catch (IOException unusable) {
            release(lock);
            throw unusable(folder, unusable);
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
            throw unusable(folder, unusable);
        }
    }

    private static UnusableFolder unusable(Path folder, IOException cause) {
        return new UnusableFolder(
                "The folder " + folder + " cannot be used for a database: " + cause, cause);
    }

    private static String damaged(Path path) {
        return "The database file "
                + path
                + " cannot be read: it is damaged or not ours. Move it away, or start with --fresh.";
    }

    private static String inUse(Path folder) {
        return "The database in "
                + folder
                + " is in use by another process. End that one first, or give another folder by --data.";
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
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

    /**
     * Gives every change that is only in the log to {@code change}; to be called before anything
     * else is written.
     */
    void recover(RedoLog.Change change) {
        if (disk != null) {
            disk.recover(change);
        }
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

    /** Notes what became of a document, within {@link #write}. */
    void changed(byte[] collection, byte[] key, byte @Nullable [] document) {
        if (disk != null) {
            disk.log.append(collection, key, document);
        }
    }

    /** Notes that a collection or index came or went, within {@link #write}. */
    void structureChanged() {
        var _ = structure.incrementAndGet();
    }

    /** Afterwards everything written before this call is safe, whoever wrote it. */
    void makeSafe() {
        if (disk != null) {
            disk.makeSafe();
        }
    }

    /** Whether {@link #makeSafe} has to write pages, and takes long. */
    boolean isStructureUnsafe() {
        return disk != null && safeStructure < structure.get();
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

    @Override
    public void close() {
        if (disk != null) {
            disk.close();
        } else {
            file.close();
        }
    }

    /** The file and the log beside it, with a thread that writes checkpoints. */
    private final class Disk {

        private final Path folder;
        private final FileChannel lock;
        private final RedoLog log;
        private final Thread checkpointing =
                Thread.ofPlatform()
                        .name("mongo-checkpoint")
                        .daemon()
                        .unstarted(this::checkpointForEver);
        private final Object monitor = new Object();
        private volatile @Nullable RuntimeException failure;
        private boolean closing;

        Disk(Path folder, FileChannel lock) throws IOException {
            this.folder = folder;
            this.lock = lock;
            this.log = RedoLog.behind(folder);
        }

        void recover(RedoLog.Change change) {
            try {
                RedoLog.read(folder, change);
                checkpoint();
            } catch (MVStoreException damage) {
                throw new UnusableFolder(damaged(folder.resolve(FILE)), damage);
            } catch (IOException unreadable) {
                throw unusable(folder, unreadable);
            }
            checkpointing.start();
        }

        void makeSafe() {
            RuntimeException failed = failure;
            if (failed != null) {
                throw failed;
            }
            try {
                if (isStructureUnsafe() || file.getUnsavedMemory() > 3 * UNWRITTEN_BYTES) {
                    checkpoint();
                } else {
                    log.flush();
                }
            } catch (IOException | MVStoreException unwritten) {
                LOG.log(Level.ERROR, "The database cannot write any more", unwritten);
                failed = new IllegalStateException("The database cannot write any more", unwritten);
                failure = failed;
                throw failed;
            }
        }

        private void checkpointForEver() {
            long lastSize = 0;
            while (true) {
                synchronized (monitor) {
                    if (closing) {
                        return;
                    }
                    try {
                        monitor.wait(LOOK_EVERY_MILLIS);
                    } catch (InterruptedException stop) {
                        return;
                    }
                }
                long size = log.size();
                boolean idle = size > 0 && size == lastSize;
                lastSize = size;
                if (idle || size > LOG_BYTES || file.getUnsavedMemory() > UNWRITTEN_BYTES) {
                    try {
                        checkpoint();
                        var _ = file.compact(FILL_PERCENT, COMPACTION_STEP_BYTES);
                    } catch (IOException | RuntimeException failed) {
                        LOG.log(Level.ERROR, "The database cannot write its pages", failed);
                    }
                }
            }
        }

        /** Writes all pages; only the first moment of it keeps writers out. */
        private synchronized void checkpoint() throws IOException {
            long covered;
            long coveredStructure;
            writing.writeLock().lock();
            try {
                coveredStructure = structure.get();
                covered = log.rotate();
                while (file.hasUnsavedChanges() && file.tryCommit() < 0) {
                    Thread.onSpinWait();
                }
            } finally {
                writing.writeLock().unlock();
            }
            file.getFileStore().executeFileStoreOperation(() -> {});
            if (file.getPanicException() != null) {
                throw file.getPanicException();
            }
            safeStructure = coveredStructure;
            log.drop(covered);
        }

        void close() {
            synchronized (monitor) {
                closing = true;
                monitor.notifyAll();
            }
            try {
                checkpointing.join();
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
            try {
                long covered = log.rotate();
                log.close();
                file.close(COMPACTION_ON_CLOSE_MILLIS);
                log.drop(covered + 1);
            } catch (IOException | MVStoreException failed) {
                LOG.log(
                        Level.ERROR,
                        "The database was not closed well; its log will be read at the next start",
                        failed);
            }
            release(lock);
        }
    }
}
