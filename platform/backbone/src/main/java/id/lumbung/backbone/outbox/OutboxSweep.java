package id.lumbung.backbone.outbox;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Finds what a crash left behind: claims what is due by moving the due time forward, so a clock
 * that is wrong costs a repetition or a delay and never a loss.
 */
final class OutboxSweep {

    private final OutboxClaims claims;
    private final RelayQueue queue;
    private final OutboxSettings settings;
    private final Set<String> collections = ConcurrentHashMap.newKeySet();

    OutboxSweep(OutboxClaims claims, RelayQueue queue, OutboxSettings settings) {
        this.claims = claims;
        this.queue = queue;
        this.settings = settings;
    }

    void add(String collection) {
        var _ = collections.add(collection);
    }

    Collection<String> collections() {
        return List.copyOf(collections);
    }

    /** Goes through all collections once, then waits until the next sweep. */
    void sweep() throws InterruptedException {
        for (var collection : collections) {
            var room = queue.room();
            while (room > 0) {
                var claimed =
                        claims.claim(
                                collection,
                                Math.min(room, OutboxRelay.BATCH_SIZE),
                                settings.lease());
                for (var document : claimed) {
                    queue.put(document);
                }
                room = claimed.size() < OutboxRelay.BATCH_SIZE ? 0 : queue.room();
            }
        }
        TimeUnit.MILLISECONDS.sleep(settings.interval().toMillis());
    }
}
