package id.lumbung.backbone.fact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import id.lumbung.backbone.outbox.Outbox;
import id.lumbung.backbone.outbox.OutboxFields;
import id.lumbung.backbone.outbox.OutboxRelay;
import id.lumbung.backbone.outbox.PendingDocument;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/**
 * Publishes facts once more, under the ids they had. Each is put into its document's outbox before
 * it is published, so a crash does not cut the range short of what was counted.
 */
public final class Republishing {

    private static final int BATCH_SIZE = 500;

    private final FactStores stores;
    private final OutboxRelay relay;
    private final Clock clock;

    Republishing(FactStores stores, OutboxRelay relay, Clock clock) {
        this.stores = stores;
        this.relay = relay;
        this.clock = clock;
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
                enqueued += enqueue(store, batch);
                batch.clear();
            }
        }
        return enqueued + (batch.isEmpty() ? 0 : enqueue(store, batch));
    }

    /**
     * What waits to be published already is left as it is, and so is what is blocked. Where that
     * became so after it was read, the sweep publishes the rest of the batch.
     */
    private long enqueue(FactStore<?> store, List<PendingDocument> batch) {
        var now = clock.instant();
        var result =
                store.collection()
                        .bulkWrite(
                                batch.stream().map(pending -> enqueueing(pending, now)).toList(),
                                new BulkWriteOptions().ordered(false));
        if (result.getMatchedCount() == batch.size()) {
            relay.signal(batch);
        }
        return result.getMatchedCount();
    }

    private UpdateOneModel<Document> enqueueing(PendingDocument pending, Instant now) {
        return new UpdateOneModel<>(
                and(
                        eq("_id", pending.documentId()),
                        exists(OutboxFields.DUE, false),
                        exists(DoubtfulTimes.DOUBTFUL, false),
                        exists(DoubtfulTimes.REPLACED_BY, false),
                        exists(OutboxFields.BLOCKED_AT, false)),
                Outbox.enqueueing(pending.messages(), now, relay.firstAttemptAfter(now)));
    }
}
