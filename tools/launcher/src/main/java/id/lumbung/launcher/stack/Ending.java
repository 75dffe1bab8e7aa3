package id.lumbung.launcher.stack;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends processes: asked first, killed when they do not end in time.
 *
 * <p>It looks again and again whether they have. {@link ProcessHandle#onExit} is told by the pool
 * that all of the program shares: with two cores it has one thread, and whoever keeps that busy
 * keeps us waiting.
 */
public final class Ending {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int PAUSE_MILLIS = 20;

    private Ending() {}

    static void of(ProcessHandle process) {
        var _ = process.destroy();
        var end = System.nanoTime() + TIMEOUT.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > end) {
                var _ = process.destroyForcibly();
                return;
            }
            if (!rest()) {
                return;
            }
        }
    }

    /** SIGKILL: it gets no chance to tidy up. Returns when it has ended. */
    public static void kill(ProcessHandle process) {
        var _ = process.destroyForcibly();
        while (process.isAlive()) {
            if (!rest()) {
                return;
            }
        }
    }

    /** Whether we may go on waiting: nobody interrupts us. */
    private static boolean rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
