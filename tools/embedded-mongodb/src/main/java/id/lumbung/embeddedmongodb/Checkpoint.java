package id.lumbung.embeddedmongodb;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import org.h2.mvstore.MVStore;

/**
 * Writes all pages, after which the log up to then is not needed any more. What changes the
 * structure (a new collection, an index) is not in the log, and is safe only then.
 */
final class Checkpoint {

    /** Chunks with less than this part of their pages alive are copied together. */
    private static final int FILL_PERCENT = 50;

    private static final int COMPACTION_STEP_BYTES = 8 << 20;

    private final MVStore pages;
    private final RedoLog log;

    /** Keeps all writers out. */
    private final Lock alone;

    private final AtomicLong structure = new AtomicLong();
    private volatile long safeStructure;

    Checkpoint(MVStore pages, RedoLog log, Lock alone) {
        this.pages = pages;
        this.log = log;
        this.alone = alone;
    }

    void structureChanged() {
        var _ = structure.incrementAndGet();
    }

    boolean isStructureUnsafe() {
        return safeStructure < structure.get();
    }

    /** Only the first moment of it keeps writers out. */
    synchronized void write() throws IOException {
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

    void compact() {
        var _ = pages.compact(FILL_PERCENT, COMPACTION_STEP_BYTES);
    }
}
