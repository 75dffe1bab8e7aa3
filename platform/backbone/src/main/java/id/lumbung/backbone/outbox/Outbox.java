package id.lumbung.backbone.outbox;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Puts messages into the outbox of the document that publishes them. */
public final class Outbox {

    private Outbox() {}

    /**
     * Puts messages into the outbox of a document that is about to be inserted. A sweep leaves them
     * alone until the first attempt is due: whoever writes them signals the relay.
     */
    public static void enqueue(
            Document document,
            List<OutboxMessage> messages,
            Instant now,
            Instant firstAttemptAfter) {
        document.put(OutboxFields.OUTBOX, documents(messages, now));
        document.put(OutboxFields.DUE, Date.from(firstAttemptAfter));
    }

    /** Takes out of a document that is about to be inserted what it would publish. */
    public static void withdraw(Document document) {
        var _ = document.remove(OutboxFields.OUTBOX);
        var _ = document.remove(OutboxFields.DUE);
    }

    /** Puts messages into the outbox, which is empty, of a document that is stored already. */
    public static Bson enqueueing(
            List<OutboxMessage> messages, Instant now, Instant firstAttemptAfter) {
        return Updates.combine(
                Updates.set(OutboxFields.OUTBOX, documents(messages, now)),
                Updates.set(OutboxFields.DUE, Date.from(firstAttemptAfter)));
    }

    private static List<Document> documents(List<OutboxMessage> messages, Instant now) {
        return messages.stream()
                .map(message ->
                        MessageDocuments.of(message)
                                .append(OutboxFields.ENQUEUED_AT, Date.from(now)))
                .toList();
    }
}
