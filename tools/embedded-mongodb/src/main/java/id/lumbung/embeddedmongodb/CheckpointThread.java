package id.lumbung.embeddedmongodb;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/**
 * Writes a checkpoint when much is unwritten, or when nobody writes, and compacts the file of the
 * pages then.
 */
final class CheckpointThread {

    /** A checkpoint is due at so much unwritten. */
    static final int UNWRITTEN_BYTES = 24 << 20;

    private static final long LOG_BYTES = 48L << 20;
    private static final long LOOK_EVERY_MILLIS = 100;

    /** Chunks with less than this part of their pages alive are copied together. */
    private static final int FILL_PERCENT = 50;

    private static final int COMPACTION_STEP_BYTES = 8 << 20;

    private final MVStore pages;
    private final RedoLog log;
    private final Checkpoint checkpoint;
    private final DiskFailure failure;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("mongo-checkpoint").daemon().unstarted(this::run);

    CheckpointThread(MVStore pages, RedoLog log, Checkpoint checkpoint, DiskFailure failure) {
        this.pages = pages;
        this.log = log;
        this.checkpoint = checkpoint;
        this.failure = failure;
    }

    void start() {
        thread.start();
    }

    private void run() {
        long lastSize = 0;
        while (awaitNextLook() && !failure.hasHappened()) {
            long size = log.size();
            boolean idle = size > 0 && size == lastSize;
            lastSize = size;
            if (idle || size > LOG_BYTES || pages.getUnsavedMemory() > UNWRITTEN_BYTES) {
                try {
                    checkpoint.write();
                    var _ = pages.compact(FILL_PERCENT, COMPACTION_STEP_BYTES);
                } catch (IOException | RuntimeException unwritten) {
                    failure.happen(unwritten);
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

    /** Waits until it has ended. */
    void stop() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
