package id.lumbung.backbone.consumer;

import id.lumbung.backbone.event.EventCodec;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Reads what {@link DeadLetterDocuments} wrote. */
final class StoredDeadLetter {

    private StoredDeadLetter() {}

    static Headers headers(Document document) {
        var headers = new RecordHeaders();
        document.getList("headers", Document.class)
                .forEach(header ->
                        headers.add(
                                header.getString("name"),
                                header.get("value", Binary.class).getData()));
        return headers;
    }

    static byte[] value(Document document) {
        return document.get("value", Binary.class).getData();
    }

    static DeadLetter read(Document document) {
        var headers = headers(document);
        return new DeadLetter(
                document.getString("_id"),
                DeadLetter.State.valueOf(document.getString(DeadLetterStore.STATE)),
                document.getString(DeadLetterStore.CODE),
                document.getString("causeField"),
                document.getString("cause"),
                document.getString("firstCause"),
                DeadLetterHeaders.textOrNull(headers, EventCodec.ID),
                document.getString("eventType"),
                document.get(DeadLetterStore.COOPERATIVE, UUID.class),
                DeadLetterHeaders.textOrNull(headers, EventCodec.TRACE_PARENT),
                document.getInteger("size"),
                document.getString("omitted"),
                document.getDate("storedAt").toInstant(),
                document.getInteger("attempts"),
                instant(document, "closedAt"),
                decision(document.get(DeadLetterStore.DECISION, Document.class)));
    }

    private static DeadLetter.@Nullable Decision decision(@Nullable Document document) {
        return document == null
                ? null
                : new DeadLetter.Decision(
                        DeadLetter.Verdict.valueOf(document.getString("what")),
                        document.getString("reason"),
                        document.getString("by"),
                        document.getDate("at").toInstant(),
                        document.getString("consentBy"),
                        instant(document, "consentAt"));
    }

    private static @Nullable Instant instant(Document document, String field) {
        return Optional.ofNullable(document.getDate(field)).map(Date::toInstant).orElse(null);
    }
}
