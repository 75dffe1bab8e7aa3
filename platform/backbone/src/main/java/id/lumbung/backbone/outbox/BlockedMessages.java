package id.lumbung.backbone.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** Messages that the broker will never take as they are: shown with the reason, and retried. */
final class BlockedMessages {

    private final MongoOperations mongo;
    private final Clock clock;

    BlockedMessages(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** A blocked message, as operators see it. */
    record Blocked(
            String collection,
            UUID documentId,
            UUID eventId,
            String type,
            String reason,
            Instant blockedAt) {

        private static Blocked of(String collection, Document document, Document message) {
            return new Blocked(
                    collection,
                    document.get("_id", UUID.class),
                    message.get("id", UUID.class),
                    message.getString("type"),
                    message.getString("reason"),
                    document.getDate(OutboxMessage.BLOCKED_AT).toInstant());
        }
    }

    /** Those of one collection, oldest first. */
    List<Blocked> list(String collection, int max) {
        var blocked = new ArrayList<Blocked>();
        mongo.getCollection(collection)
                .find(gt(OutboxMessage.BLOCKED_AT, Date.from(Instant.EPOCH)))
                .sort(Sorts.ascending(OutboxMessage.BLOCKED_AT))
                .limit(max)
                .forEach(document ->
                        messages(document)
                                .forEach(message ->
                                        blocked.add(Blocked.of(collection, document, message))));
        return blocked;
    }

    private static List<Document> messages(Document document) {
        return document.getList(OutboxMessage.BLOCKED, Document.class, List.of());
    }

    private Optional<Document> document(String collection, UUID documentId) {
        return Optional.ofNullable(
                mongo.getCollection(collection)
                        .find(and(eq("_id", documentId), exists(OutboxMessage.BLOCKED)))
                        .first());
    }

    /** Whose a document with blocked messages is, or the given where it does not say. */
    Optional<UUID> ownerOf(String collection, UUID documentId, UUID otherwise) {
        return document(collection, documentId)
                .map(document -> document.get("cooperativeId", UUID.class))
                .or(() -> document(collection, documentId).map(_ -> otherwise));
    }

    /** Puts a document's blocked messages back into its outbox, for the next sweep. */
    boolean retry(String collection, UUID documentId) {
        return document(collection, documentId)
                .map(document -> retry(collection, document))
                .orElse(false);
    }

    private boolean retry(String collection, Document document) {
        var now = Date.from(clock.instant());
        var messages = messages(document);
        messages.forEach(message -> message.put(OutboxMessage.ENQUEUED_AT, now));
        return mongo.getCollection(collection)
                        .updateOne(
                                and(
                                        eq("_id", document.get("_id")),
                                        size(OutboxMessage.BLOCKED, messages.size())),
                                Updates.combine(
                                        Updates.pushEach(OutboxMessage.OUTBOX, messages),
                                        Updates.set(OutboxMessage.DUE, now),
                                        Updates.unset(OutboxMessage.BLOCKED),
                                        Updates.unset(OutboxMessage.BLOCKED_AT),
                                        Updates.set("outboxRetriedBy", Actor.current().subject())))
                        .getModifiedCount()
                > 0;
    }
}
