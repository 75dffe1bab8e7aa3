package id.lumbung.backbone.outbox;

import java.time.Instant;
import java.util.UUID;
import org.bson.Document;

/** A message that the broker will never take as it is, as operators see it. */
record BlockedMessage(
        String collection,
        UUID documentId,
        UUID eventId,
        String type,
        String reason,
        Instant blockedAt) {

    static BlockedMessage of(String collection, Document document, Document message) {
        return new BlockedMessage(
                collection,
                document.get("_id", UUID.class),
                message.get("id", UUID.class),
                message.getString("type"),
                message.getString("reason"),
                document.getDate(OutboxFields.BLOCKED_AT).toInstant());
    }
}
