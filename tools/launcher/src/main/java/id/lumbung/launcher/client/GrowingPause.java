package id.lumbung.launcher.client;

import id.lumbung.launcher.stack.UserError;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The pauses between the tries of one request: each twice as long as the one before. */
final class GrowingPause {

    private static final long FIRST_MILLIS = 100;
    private static final long MAX_MILLIS = 5_000;

    private final long until;
    private long millis = FIRST_MILLIS;

    /**
     * @param timeout from now on
     */
    GrowingPause(Duration timeout) {
        this.until = System.nanoTime() + timeout.toNanos();
    }

    void atLeast(long asked) {
        millis = Math.max(millis, asked);
    }

    /** Whether there is no time for another pause. */
    boolean isOver() {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis) > until;
    }

    /** Not all at once: those who were sent away together would come back together. */
    void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(
                    millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
        } catch (InterruptedException e) {
            throw interrupted();
        }
        millis = Math.min(2 * millis, MAX_MILLIS);
    }

    static UserError interrupted() {
        Thread.currentThread().interrupt();
        return new UserError("Interrupted.");
    }
}
