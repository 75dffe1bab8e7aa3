package id.lumbung.backbone.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How much waits to be published, for how long, and what is blocked. Looked up at most every few
 * seconds, however often it is asked.
 */
final class OutboxMetrics {

    /** Beyond this the gauges say "at least". */
    private static final int MAX_COUNTED = 10_000;

    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final OutboxRelay relay;
    private final OutboxBacklog backlog;
    private final BlockedMessages blocked;
    private final Clock clock;

    private record Reading(long pending, double oldestSeconds, long blocked) {}

    private Reading last = new Reading(0, 0, 0);

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
                                        + MAX_COUNTED
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

    private synchronized Reading read() {
        if (System.nanoTime() - readAt >= FRESH_NANOS) {
            var now = clock.instant();
            var pending = 0L;
            var blockedMessages = 0L;
            var oldest = now;
            for (var collection : relay.collections()) {
                var waiting = backlog.pending(collection, MAX_COUNTED);
                pending += waiting.documents();
                oldest = oldest(oldest, waiting.oldest());
                blockedMessages += blocked.list(collection, MAX_COUNTED).size();
            }
            last =
                    new Reading(
                            pending,
                            Duration.between(oldest, now).toMillis() / 1000.0,
                            blockedMessages);
            readAt = System.nanoTime();
        }
        return last;
    }

    private static Instant oldest(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }
}
