package id.lumbung.backbone.outbox;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** How messages stand in the outbox of their document. */
final class MessageDocuments {

    private MessageDocuments() {}

    static Document of(OutboxMessage message) {
        var document =
                new Document("id", message.id())
                        .append("topic", message.topic())
                        .append("type", message.type())
                        .append("key", message.key())
                        .append("subject", message.subject())
                        .append("time", Date.from(message.time()))
                        .append("body", message.body());
        if (message.trace() != null) {
            document.put("trace", message.trace());
        }
        return document;
    }

    /** The messages in a document's outbox, in their order. */
    static List<OutboxMessage> in(Document document) {
        return document.getList(OutboxFields.OUTBOX, Document.class, List.of()).stream()
                .map(MessageDocuments::read)
                .toList();
    }

    private static OutboxMessage read(Document document) {
        return new OutboxMessage(
                document.get("id", UUID.class),
                document.getString("topic"),
                document.getString("type"),
                document.getString("key"),
                document.getString("subject"),
                document.getDate("time").toInstant(),
                document.getString("trace"),
                document.getString("body"));
    }
}
