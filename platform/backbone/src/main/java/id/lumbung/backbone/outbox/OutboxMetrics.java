package id.lumbung.backbone.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;

/**
 * How much waits to be published, for how long, and what is blocked. Looked up at most every few
 * seconds, however often it is asked.
 */
final class OutboxMetrics {

    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final OutboxRelay relay;
    private final OutboxBacklog backlog;
    private final BlockedMessages blocked;
    private final Clock clock;

    private OutboxReading last = OutboxReading.NOTHING;

    /** By a clock that never steps back. */
    private long readAt = System.nanoTime() - FRESH_NANOS;

    OutboxMetrics(
            OutboxRelay relay,
            OutboxBacklog backlog,
            BlockedMessages blocked,
            MeterRegistry meters,
            Clock clock) {
        this.relay = relay;
        this.backlog = backlog;
        this.blocked = blocked;
        this.clock = clock;
        var _ =
                Gauge.builder("lumbung.outbox.pending", this, it -> it.read().pending())
                        .description(
                                "Documents with unpublished messages; counted no further than "
                                        + OutboxReading.MAX_COUNTED
                                        + " a collection")
                        .register(meters);
        var _ =
                Gauge.builder("lumbung.outbox.oldest", this, it -> it.read().oldestSeconds())
                        .baseUnit("seconds")
                        .description("How long the oldest message has waited in an outbox")
                        .register(meters);
        var _ =
                Gauge.builder("lumbung.outbox.blocked", this, it -> it.read().blocked())
                        .description("Outbox messages the broker will never take as they are")
                        .register(meters);
    }

    private synchronized OutboxReading read() {
        if (System.nanoTime() - readAt >= FRESH_NANOS) {
            last = OutboxReading.of(relay.collections(), backlog, blocked, clock.instant());
            readAt = System.nanoTime();
        }
        return last;
    }
}
