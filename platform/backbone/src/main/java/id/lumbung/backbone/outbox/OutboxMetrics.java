package id.lumbung.backbone.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How much waits to be told, for how long, and what is blocked. Looked up at most every few
 * seconds, however often it is asked.
 */
public final class OutboxMetrics {

    /** Beyond this the gauges say "at least". */
    private static final int COUNTED = 10_000;

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final OutboxRelay relay;
    private final Outbox board;
    private final Clock clock;

    private record Reading(Instant at, long pending, double oldestSeconds, long blocked) {}

    private Reading last = new Reading(Instant.EPOCH, 0, 0, 0);

    public OutboxMetrics(OutboxRelay relay, Outbox board, MeterRegistry meters, Clock clock) {
        this.relay = relay;
        this.board = board;
        this.clock = clock;
        var _ =
                Gauge.builder("lumbung.outbox.pending", this, it -> it.read().pending())
                        .description(
                                "Documents with unpublished messages; counted no further than "
                                        + COUNTED
                                        + " a collection")
                        .register(meters);
        var _ =
                Gauge.builder("lumbung.outbox.oldest", this, it -> it.read().oldestSeconds())
                        .baseUnit("seconds")
                        .description("Age of the oldest message that is not published yet")
                        .register(meters);
        var _ =
                Gauge.builder("lumbung.outbox.blocked", this, it -> it.read().blocked())
                        .description("Outbox messages the broker will never take as they are")
                        .register(meters);
    }

    private synchronized Reading read() {
        var now = clock.instant();
        if (last.at().plus(FRESH).isBefore(now)) {
            var pending = 0L;
            var blocked = 0L;
            var oldest = now;
            for (var collection : relay.collections()) {
                var waiting = board.waiting(collection, COUNTED);
                pending += waiting.documents();
                oldest = waiting.oldest().isBefore(oldest) ? waiting.oldest() : oldest;
                blocked += board.blocked(collection, COUNTED).size();
            }
            last =
                    new Reading(
                            now,
                            pending,
                            Duration.between(oldest, now).toMillis() / 1000.0,
                            blocked);
        }
        return last;
    }
}
