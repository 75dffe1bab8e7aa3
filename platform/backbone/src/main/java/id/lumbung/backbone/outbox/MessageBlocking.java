package id.lumbung.backbone.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.client.model.Updates;
import id.lumbung.backbone.security.Actor;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** Lays messages aside that the broker will never take as they are, and puts them back. */
final class MessageBlocking {

    private final MongoOperations mongo;
    private final BlockedMessages blocked;
    private final Clock clock;

    MessageBlocking(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.blocked = new BlockedMessages(mongo);
        this.clock = clock;
    }

    /** Lays a message aside with the reason for which the broker will never take it. */
    void block(PendingDocument document, OutboxMessage message, String reason) {
        var aside = MessageDocuments.of(message).append("reason", reason);
        var _ =
                mongo.getCollection(document.collection())
                        .updateOne(
                                and(
                                        eq("_id", document.documentId()),
                                        eq(OutboxFields.MESSAGE_ID, message.id())),
                                Updates.combine(
                                        Updates.pull(OutboxFields.OUTBOX, eq("id", message.id())),
                                        Updates.push(OutboxFields.BLOCKED, aside),
                                        Updates.set(
                                                OutboxFields.BLOCKED_AT,
                                                Date.from(clock.instant()))));
    }

    /** Puts a document's blocked messages back into its outbox, for the next sweep. */
    boolean retry(String collection, UUID documentId) {
        return blocked.document(collection, documentId)
                .map(document -> retry(collection, document))
                .orElse(false);
    }

    private boolean retry(String collection, Document document) {
        var now = Date.from(clock.instant());
        var messages = BlockedMessages.in(document);
        messages.forEach(message -> message.put(OutboxFields.ENQUEUED_AT, now));
        var isAsRead =
                and(eq("_id", document.get("_id")), size(OutboxFields.BLOCKED, messages.size()));
        var retrying =
                Updates.combine(
                        Updates.pushEach(OutboxFields.OUTBOX, messages),
                        Updates.set(OutboxFields.DUE, now),
                        Updates.unset(OutboxFields.BLOCKED),
                        Updates.unset(OutboxFields.BLOCKED_AT),
                        Updates.set("outboxRetriedBy", Actor.current().subject()));
        return mongo.getCollection(collection).updateOne(isAsRead, retrying).getModifiedCount() > 0;
    }
}
