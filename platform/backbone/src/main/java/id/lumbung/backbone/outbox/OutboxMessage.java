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
 * An event that its document has yet to publish, in the form in which it will travel. State and
 * outbox are one document: written together or not at all, by any MongoDB, in a single write.
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

    /** Present in a document only while its outbox has messages: when a sweep may claim it. */
    public static final String DUE = "outboxDue";

    /** Present in a document only while a message of it is blocked: when that was. */
    public static final String BLOCKED_AT = "outboxBlockedAt";

    static final String OUTBOX = "outbox";
    static final String MESSAGE_ID = "outbox.id";
    static final String ENQUEUED_AT = "enqueuedAt";
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
     * Puts messages into the outbox of a document that is about to be inserted. A sweep leaves them
     * alone until the first attempt is due: whoever writes them signals the relay.
     */
    public static void enqueue(
            Document document,
            List<OutboxMessage> messages,
            Instant now,
            Instant firstAttemptAfter) {
        document.put(OUTBOX, documents(messages, now));
        document.put(DUE, Date.from(firstAttemptAfter));
    }

    /** Takes out of a document that is about to be inserted what it would publish. */
    public static void withdraw(Document document) {
        var _ = document.remove(OUTBOX);
        var _ = document.remove(DUE);
    }

    /** Puts messages into the outbox, which is empty, of a document that is stored already. */
    public static Bson enqueueing(
            List<OutboxMessage> messages, Instant now, Instant firstAttemptAfter) {
        return Updates.combine(
                Updates.set(OUTBOX, documents(messages, now)),
                Updates.set(DUE, Date.from(firstAttemptAfter)));
    }

    private static List<Document> documents(List<OutboxMessage> messages, Instant now) {
        return messages.stream()
                .map(message -> message.toDocument().append(ENQUEUED_AT, Date.from(now)))
                .toList();
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
