package id.lumbung.backbone.consumer;

import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.kafka.support.KafkaHeaders;

/** Dead letters as they are written to the database; {@link StoredDeadLetter} reads them. */
final class DeadLetterDocuments {

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
}
