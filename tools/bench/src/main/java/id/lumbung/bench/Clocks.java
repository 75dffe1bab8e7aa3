package id.lumbung.bench;

import id.lumbung.launcher.stack.UserError;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** How long something took. */
final class Clocks {

    private Clocks() {}

    static double seconds(Instant since) {
        return Math.max(1, Duration.between(since, Instant.now()).toNanos()) / 1e9;
    }

    /** Waits between two looks at something that others work on. */
    static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted.");
        }
    }
}
