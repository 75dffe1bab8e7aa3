package id.lumbung.backbone.outbox;

import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** A document with the messages of its outbox that are to be published, or were. */
public record PendingDocument(String collection, UUID documentId, List<OutboxMessage> messages) {

    static PendingDocument of(String collection, Document document) {
        return new PendingDocument(
                collection, document.get("_id", UUID.class), MessageDocuments.in(document));
    }

    /** A document, whatever stands in its outbox. */
    record Key(String collection, UUID documentId) {}

    Key key() {
        return new Key(collection, documentId);
    }
}
