package id.lumbung.embeddedmongodb;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The file of the pages and the log beside it. A write is safe when it is in the {@link RedoLog};
 * one write to that file serves all who wait. The pages are written now and then, by a checkpoint.
 * What changes the structure (a new collection, an index) is not in the log: it is answered after a
 * checkpoint.
 *
 * <p>What could not be written once (the disk is full, say) is never tried again: what was written
 * then may be half there, and readers may have seen what will not stay. The disk has {@linkplain
 * #whenFailed failed} then, whichever thread found out; only a new start, which reads the log back,
 * goes on from what is safe.
 */
final class Disk implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Disk.class.getName());

    /** A checkpoint is due at so much unwritten, and writers wait for it at three times as much. */
    private static final int UNWRITTEN_BYTES = 24 << 20;

    private static final long LOG_BYTES = 48L << 20;
    private static final long LOOK_EVERY_MILLIS = 100;

    /** Chunks with less than this part of their pages alive are copied together. */
    private static final int FILL_PERCENT = 50;

    private static final int COMPACTION_STEP_BYTES = 8 << 20;
    private static final int COMPACTION_ON_CLOSE_MILLIS = 2_000;

    /** What the store of the pages says when they cannot be read or written. */
    private static final Set<Integer> FATAL =
            Set.of(
                    DataUtils.ERROR_READING_FAILED,
                    DataUtils.ERROR_WRITING_FAILED,
                    DataUtils.ERROR_CLOSED,
                    DataUtils.ERROR_FILE_CORRUPT);

    private final DataFolder folder;
    private final MVStore pages;
    private final RedoLog log;

    /** Keeps all writers out. */
    private final Lock alone;

    private final AtomicLong structure = new AtomicLong();
    private volatile long safeStructure;

    private final Thread checkpointing =
            Thread.ofPlatform().name("mongo-checkpoint").daemon().unstarted(this::checkpoints);
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private Disk(DataFolder folder, MVStore pages, RedoLog log, Lock alone) {
        this.folder = folder;
        this.pages = pages;
        this.log = log;
        this.alone = alone;
    }

    static Disk open(DataFolder folder, MVStore pages, Lock alone) {
        try {
            return new Disk(folder, pages, RedoLog.behind(folder.path()), alone);
        } catch (IOException unusable) {
            pages.closeImmediately();
            throw folder.unusable(unusable);
        }
    }

    /** Reads the log back, then begins to write checkpoints. */
    void recover(Recovery.Change change) {
        try {
            Recovery.read(folder.path(), change);
            checkpoint();
            checkpointing.start();
        } catch (MVStoreException unusable) {
            release();
            throw folder.unusable(unusable);
        } catch (IOException unusable) {
            release();
            throw folder.unusable(unusable);
        } catch (UnusableFolder damaged) {
            release();
            throw damaged;
        }
    }

    private void release() {
        pages.closeImmediately();
        folder.close();
    }

    void changed(byte[] collection, byte[] key, byte @Nullable [] document) {
        log.append(collection, key, document);
    }

    void structureChanged() {
        var _ = structure.incrementAndGet();
    }

    boolean isStructureUnsafe() {
        return safeStructure < structure.get();
    }

    void makeSafe() {
        if (failure.isDone()) {
            throw unsafe(failure.join());
        }
        try {
            if (isStructureUnsafe() || pages.getUnsavedMemory() > 3 * UNWRITTEN_BYTES) {
                checkpoint();
            } else {
                log.flush();
            }
        } catch (IOException | MVStoreException unwritten) {
            fail(unwritten);
            throw unsafe(unwritten);
        }
    }

    private static IllegalStateException unsafe(Throwable cause) {
        return new IllegalStateException("The database cannot write any more", cause);
    }

    void whenFailed(Consumer<Throwable> end) {
        var _ = failure.thenAccept(end);
    }

    void commandFailed(RuntimeException cause) {
        if (cause instanceof MVStoreException pagesFailed
                && FATAL.contains(pagesFailed.getErrorCode())) {
            fail(cause);
        }
    }

    private void fail(Throwable cause) {
        LOG.log(Level.ERROR, "The database cannot go on", cause);
        var _ = failure.complete(cause);
    }

    private void checkpoints() {
        long lastSize = 0;
        while (awaitNextLook() && !failure.isDone()) {
            long size = log.size();
            boolean idle = size > 0 && size == lastSize;
            lastSize = size;
            if (idle || size > LOG_BYTES || pages.getUnsavedMemory() > UNWRITTEN_BYTES) {
                try {
                    checkpoint();
                    var _ = pages.compact(FILL_PERCENT, COMPACTION_STEP_BYTES);
                } catch (IOException | RuntimeException unwritten) {
                    fail(unwritten);
                }
            }
        }
    }

    /** Whether to look once more. */
    private boolean awaitNextLook() {
        try {
            return !closing.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            return false;
        }
    }

    /** Writes all pages; only the first moment of it keeps writers out. */
    private synchronized void checkpoint() throws IOException {
        long covered;
        long coveredStructure;
        alone.lock();
        try {
            coveredStructure = structure.get();
            covered = log.rotate();
            while (pages.hasUnsavedChanges() && pages.tryCommit() < 0) {
                Thread.onSpinWait();
            }
        } finally {
            alone.unlock();
        }
        pages.getFileStore().executeFileStoreOperation(() -> {});
        if (pages.getPanicException() != null) {
            throw pages.getPanicException();
        }
        safeStructure = coveredStructure;
        log.drop(covered);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            checkpointing.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        try {
            long covered = log.rotate();
            log.close();
            pages.close(COMPACTION_ON_CLOSE_MILLIS);
            log.drop(covered + 1);
        } catch (IOException | MVStoreException unwritten) {
            LOG.log(
                    Level.ERROR,
                    "The database was not closed well; its log will be read at the next start",
                    unwritten);
        }
        folder.close();
    }
}
