package id.lumbung.backbone.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** Takes messages that were published out of their outboxes, and none enqueued since. */
final class OutboxClearing {

    /**
     * Clearing asks for no flush: a clearing that a crash undoes costs a repetition, which counts
     * once.
     */
    static final WriteConcern UNFLUSHED = WriteConcern.W1.withJournal(false);

    /**
     * How long finished documents gather before they are cleared together, unless a batch is full
     * sooner.
     */
    private static final long GATHERING_MILLIS = 25;

    private final MongoOperations mongo;
    private final RelayQueue queue;

    OutboxClearing(MongoOperations mongo, RelayQueue queue) {
        this.mongo = mongo;
        this.queue = queue;
    }

    /** Waits for documents whose messages were published, and clears those that came together. */
    void clearFinished() throws InterruptedException {
        var batch = queue.finished(OutboxRelay.BATCH_SIZE, GATHERING_MILLIS);
        try {
            batch.stream()
                    .collect(Collectors.groupingBy(PendingDocument::collection))
                    .forEach((name, published) -> clear(mongo.getCollection(name), published));
        } finally {
            batch.forEach(queue::release);
        }
    }

    static void clear(MongoCollection<Document> collection, List<PendingDocument> published) {
        var target = collection.withWriteConcern(UNFLUSHED);
        var single = published.stream().filter(it -> it.messages().size() == 1).toList();
        var several = published.stream().filter(it -> it.messages().size() > 1).toList();
        if (!single.isEmpty() && clearOnly(target, single) < single.size()) {
            pull(target, single);
        }
        if (!several.isEmpty()) {
            pull(target, several);
        }
    }

    /** One command for all documents whose only message was published: the common case. */
    private static long clearOnly(
            MongoCollection<Document> target, List<PendingDocument> published) {
        var messages = published.stream().map(it -> it.messages().getFirst().id()).toList();
        return target.updateMany(
                        and(
                                in("_id", ids(published)),
                                in(OutboxFields.MESSAGE_ID, messages),
                                size(OutboxFields.OUTBOX, 1)),
                        OutboxMarks.removal())
                .getMatchedCount();
    }

    private static void pull(MongoCollection<Document> target, List<PendingDocument> published) {
        var _ = target.bulkWrite(published.stream().map(OutboxClearing::pulling).toList());
        OutboxMarks.removeWhereEmpty(target, ids(published));
    }

    private static UpdateOneModel<Document> pulling(PendingDocument document) {
        return new UpdateOneModel<>(
                eq("_id", document.documentId()),
                Updates.pull(
                        OutboxFields.OUTBOX,
                        in("id", document.messages().stream().map(OutboxMessage::id).toList())));
    }

    private static List<UUID> ids(List<PendingDocument> documents) {
        return documents.stream().map(PendingDocument::documentId).toList();
    }
}
