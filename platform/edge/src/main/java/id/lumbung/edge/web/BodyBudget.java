package id.lumbung.edge.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many bytes of bodies may be in memory at a time, counted in kilobytes. */
public final class BodyBudget {

    private static final int KILOBYTE = 1024;

    private final Semaphore kilobytes;

    /**
     * @param bytes in all
     */
    public BodyBudget(long bytes) {
        this.kilobytes = new Semaphore(kilobytes(bytes), true);
    }

    private static int kilobytes(long bytes) {
        return Math.toIntExact((bytes + KILOBYTE - 1) / KILOBYTE);
    }

    /** Waits for so much of the budget; false where there is not so much in time. */
    public boolean take(long bytes, Duration timeout) {
        try {
            return kilobytes.tryAcquire(
                    kilobytes(bytes), timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public void release(long bytes) {
        kilobytes.release(kilobytes(bytes));
    }
}
