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
import java.util.List;
import org.bson.Document;

/** Puts messages into the outboxes of facts that were published before. */
record RepeatedMessages(OutboxRelay relay, Clock clock) {

    /**
     * What waits to be published already is left as it is, and so is what is blocked. Where that
     * became so after it was read, the sweep publishes the rest of the batch.
     */
    long enqueue(FactStore<?> store, List<PendingDocument> batch) {
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
