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

    private static final long LOOK_EVERY_MILLIS = 100;

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
        CheckpointDue due = new CheckpointDue();
        while (awaitNextLook() && !failure.hasHappened()) {
            if (due.at(log.size(), pages.getUnsavedMemory())) {
                try {
                    checkpoint.write();
                    checkpoint.compact();
                } catch (IOException | RuntimeException unwritten) {
                    failure.happen(unwritten);
                }
            }
        }
    }

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
