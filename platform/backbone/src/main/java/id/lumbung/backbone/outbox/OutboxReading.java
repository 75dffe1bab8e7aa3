package id.lumbung.backbone.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * What waits in the outboxes at one moment.
 *
 * @param oldestSeconds for how long the oldest message has waited
 */
record OutboxReading(long pending, double oldestSeconds, long blocked) {

    static final OutboxReading NOTHING = new OutboxReading(0, 0, 0);

    /** Of each collection; beyond this the counts say "at least". */
    static final int MAX_COUNTED = 10_000;

    static OutboxReading of(
            Collection<String> collections,
            OutboxBacklog backlog,
            BlockedMessages blocked,
            Instant now) {
        var pending = 0L;
        var blockedMessages = 0L;
        var oldest = now;
        for (var collection : collections) {
            var waiting = backlog.pending(collection, MAX_COUNTED);
            pending += waiting.documents();
            oldest = waiting.oldest().isBefore(oldest) ? waiting.oldest() : oldest;
            blockedMessages += blocked.list(collection, MAX_COUNTED).size();
        }
        return new OutboxReading(
                pending, Duration.between(oldest, now).toMillis() / 1000.0, blockedMessages);
    }
}
