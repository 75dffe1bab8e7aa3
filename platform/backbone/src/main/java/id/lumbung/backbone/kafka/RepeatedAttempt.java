package id.lumbung.backbone.kafka;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Tries something that needs the broker, once a second, until it succeeds or is stopped. */
final class RepeatedAttempt {

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final String name;
    private final BooleanSupplier attempt;
    private volatile boolean running;

    /**
     * @param attempt says whether it succeeded
     */
    RepeatedAttempt(String name, BooleanSupplier attempt) {
        this.name = name;
        this.attempt = attempt;
    }

    void start() {
        running = true;
        var _ = Thread.ofVirtual().name(name).start(this::tryUntilItSucceeds);
    }

    private void tryUntilItSucceeds() {
        while (running && !attempt.getAsBoolean()) {
            try {
                Thread.sleep(BETWEEN_ATTEMPTS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    void stop() {
        running = false;
    }

    /** Whether it was started and not stopped; also after it succeeded. */
    boolean isRunning() {
        return running;
    }
}
