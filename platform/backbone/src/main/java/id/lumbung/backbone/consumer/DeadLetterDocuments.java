package id.lumbung.backbone.consumer;

import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/** How dead letters stand in the database. */
final class DeadLetterDocuments {

    static final String DECISION = "decision";

    private DeadLetterDocuments() {}

    static Document of(ConsumerRecord<String, byte[]> letter, Instant now) {
        var headers = letter.headers();
        var value = letter.value() == null ? new byte[0] : letter.value();
        var cause = DeadLetterHeaders.text(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE);
        var document =
                new Document("_id", DeadLetterHeaders.place(headers))
                        .append(DeadLetterStore.STATE, DeadLetter.State.OPEN.name())
                        .append(
                                DeadLetterStore.CODE,
                                DeadLetterHeaders.text(headers, DeadLetterHeaders.CAUSE))
                        .append("cause", cause)
                        .append("firstCause", cause)
                        .append("size", value.length)
                        .append("value", new Binary(value))
                        .append("key", letter.key())
                        .append("headers", headers(headers))
                        .append("storedAt", Date.from(now))
                        .append("attempts", 0);
        putKnown(document, "causeField", headers, DeadLetterHeaders.FIELD);
        putKnown(document, "omitted", headers, DeadLetterHeaders.OMITTED);
        putKnown(document, "eventType", headers, EventCodec.TYPE);
        var cooperative = EventJson.cooperativeIn(value);
        if (cooperative != null) {
            document.put(DeadLetterStore.COOPERATIVE, cooperative);
        }
        return document;
    }

    private static void putKnown(Document document, String field, Headers headers, String name) {
        var text = DeadLetterHeaders.textOrNull(headers, name);
        if (text != null) {
            document.put(field, text);
        }
    }

    private static List<Document> headers(Headers headers) {
        var list = new ArrayList<Document>();
        for (Header header : headers) {
            var value = header.value() == null ? new byte[0] : header.value();
            list.add(new Document("name", header.key()).append("value", new Binary(value)));
        }
        return list;
    }

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
                decision(document.get(DECISION, Document.class)));
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
        var date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
