package id.lumbung.backbone.outbox;

import com.mongodb.client.model.Updates;
import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * An event its document has yet to tell, already in the form in which it will travel. State and
 * notices are one document: written together or not at all, by any MongoDB, in a single write.
 *
 * @param key what belongs together in order: the partition is chosen by it
 * @param subject the fact's id
 * @param time when the fact was recorded
 * @param trace the W3C trace context of the request that wrote the fact
 * @param body the event as JSON
 */
public record OutboxMessage(
        UUID id,
        String topic,
        String type,
        String key,
        String subject,
        Instant time,
        @Nullable String trace,
        String body) {

    /** Present in a document only while it has something to tell: when a sweep may take it up. */
    public static final String DUE = "outboxDue";

    /** Present in a document only while something of it is blocked: when that was. */
    public static final String BLOCKED_AT = "outboxBlockedAt";

    static final String OUTBOX = "outbox";
    static final String MESSAGE_ID = "outbox.id";
    static final String CLAIM = "outboxClaim";
    static final String BLOCKED = "outboxBlocked";

    public static OutboxMessage of(
            Event event, String topic, Instant time, @Nullable String trace) {
        var type = EventCodec.type(event);
        return new OutboxMessage(
                EventId.of(event.factId(), type),
                topic,
                type,
                event.key().toString(),
                event.factId().toString(),
                time,
                trace,
                EventCodec.write(event));
    }

    /**
     * Posts notices on a document about to be inserted. A sweep leaves them alone for a while:
     * whoever writes them rings the relay's bell.
     */
    public static void post(
            Document document, List<OutboxMessage> notices, Instant dueIfForgotten) {
        document.put(OUTBOX, notices.stream().map(OutboxMessage::toDocument).toList());
        document.put(DUE, Date.from(dueIfForgotten));
    }

    /** Posts notices on a document that stands already and has none. */
    public static Bson posting(List<OutboxMessage> notices, Instant dueIfForgotten) {
        return Updates.combine(
                Updates.set(OUTBOX, notices.stream().map(OutboxMessage::toDocument).toList()),
                Updates.set(DUE, Date.from(dueIfForgotten)));
    }

    Document toDocument() {
        var document =
                new Document("id", id)
                        .append("topic", topic)
                        .append("type", type)
                        .append("key", key)
                        .append("subject", subject)
                        .append("time", Date.from(time))
                        .append("body", body);
        if (trace != null) {
            document.put("trace", trace);
        }
        return document;
    }

    static List<OutboxMessage> of(Document document) {
        return document.getList(OUTBOX, Document.class, List.of()).stream()
                .map(OutboxMessage::read)
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
