package id.lumbung.backbone.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** Finds messages that the broker will never take as they are, with the reason. */
final class BlockedMessages {

    private final MongoOperations mongo;

    BlockedMessages(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Those of one collection, oldest first. */
    List<BlockedMessage> list(String collection, int max) {
        var blocked = new ArrayList<BlockedMessage>();
        mongo.getCollection(collection)
                .find(gt(OutboxFields.BLOCKED_AT, Date.from(Instant.EPOCH)))
                .sort(Sorts.ascending(OutboxFields.BLOCKED_AT))
                .limit(max)
                .forEach(document ->
                        in(document)
                                .forEach(message ->
                                        blocked.add(
                                                BlockedMessage.of(collection, document, message))));
        return blocked;
    }

    static List<Document> in(Document document) {
        return document.getList(OutboxFields.BLOCKED, Document.class, List.of());
    }

    /** A document that has blocked messages. */
    Optional<Document> document(String collection, UUID documentId) {
        return Optional.ofNullable(
                mongo.getCollection(collection)
                        .find(and(eq("_id", documentId), exists(OutboxFields.BLOCKED)))
                        .first());
    }

    /** Whose a document with blocked messages is, or the given where it does not say. */
    Optional<UUID> ownerOf(String collection, UUID documentId, UUID otherwise) {
        return document(collection, documentId)
                .map(document -> document.get("cooperativeId", UUID.class))
                .or(() -> document(collection, documentId).map(_ -> otherwise));
    }
}
