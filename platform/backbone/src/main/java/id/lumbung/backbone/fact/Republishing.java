package id.lumbung.backbone.fact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;

import id.lumbung.backbone.outbox.OutboxFields;
import id.lumbung.backbone.outbox.OutboxRelay;
import id.lumbung.backbone.outbox.PendingDocument;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Publishes facts once more, under the ids they had. Each is put into its document's outbox before
 * it is published, so a crash does not cut the range short of what was counted.
 */
public final class Republishing {

    private static final int BATCH_SIZE = 500;

    private final FactStores stores;
    private final RepeatedMessages messages;

    Republishing(FactStores stores, OutboxRelay relay, Clock clock) {
        this.stores = stores;
        this.messages = new RepeatedMessages(relay, clock);
    }

    /**
     * @param until exclusive
     * @return how many facts of the outlet were put into the outbox
     */
    public long republish(UUID outletId, Instant from, Instant until) {
        return stores.all().stream()
                .mapToLong(store -> republish(store, outletId, from, until))
                .sum();
    }

    private long republish(FactStore<?> store, UUID outletId, Instant from, Instant until) {
        var enqueued = 0L;
        var batch = new ArrayList<PendingDocument>(BATCH_SIZE);
        for (var document :
                store.collection()
                        .find(
                                and(
                                        FactStore.between(outletId, from, until),
                                        exists(OutboxFields.DUE, false),
                                        exists(OutboxFields.BLOCKED_AT, false),
                                        exists(DoubtfulTimes.DOUBTFUL, false),
                                        exists(DoubtfulTimes.REPLACED_BY, false)))
                        .batchSize(BATCH_SIZE)) {
            batch.add(
                    new PendingDocument(
                            store.name(),
                            document.get("_id", UUID.class),
                            List.of(store.message(document))));
            if (batch.size() == BATCH_SIZE) {
                enqueued += messages.enqueue(store, batch);
                batch.clear();
            }
        }
        return enqueued + (batch.isEmpty() ? 0 : messages.enqueue(store, batch));
    }
}
