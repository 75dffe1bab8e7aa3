package id.lumbung.backbone.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.kafka.TopicSettings;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * What a dead letter says of its record: in Spring Kafka's own headers, with Spring Kafka's
 * encoding, which consoles for Kafka know.
 */
final class DeadLetterHeaders {

    /** The code of what was wrong: a {@link id.lumbung.backbone.event.CauseCode}. */
    static final String CAUSE = "lumbung_dlt-cause-code";

    /** The field that was wrong, where it is one. */
    static final String FIELD = "lumbung_dlt-cause-field";

    /** There where the value, or all but the place, was left out. */
    static final String OMITTED = "lumbung_dlt-omitted";

    private static final int MAX_REASON = 500;

    private DeadLetterHeaders() {}

    static ProducerRecord<String, byte[]> whole(
            DeadLetterPublisher.Letter letter, TopicSettings topics) {
        return record(letter, topics, letter.record().value(), letter.record().headers());
    }

    static ProducerRecord<String, byte[]> withoutValue(
            DeadLetterPublisher.Letter letter, TopicSettings topics) {
        var record = record(letter, topics, null, letter.record().headers());
        record.headers().add(OMITTED, "value".getBytes(UTF_8));
        return record;
    }

    /** Where the record stands and what was wrong, and nothing of the record itself. */
    static ProducerRecord<String, byte[]> placeOnly(
            DeadLetterPublisher.Letter letter, TopicSettings topics) {
        var from = letter.record();
        var record =
                new ProducerRecord<String, byte[]>(
                        topics.deadLetterTopic(from.topic()), null, null, null, List.of());
        addTo(record.headers(), letter, topics);
        record.headers().add(OMITTED, "key, headers and value".getBytes(UTF_8));
        return record;
    }

    private static ProducerRecord<String, byte[]> record(
            DeadLetterPublisher.Letter letter,
            TopicSettings topics,
            byte @Nullable [] value,
            Iterable<Header> headers) {
        var from = letter.record();
        var record =
                new ProducerRecord<>(
                        topics.deadLetterTopic(from.topic()), null, from.key(), value, headers);
        addTo(record.headers(), letter, topics);
        return record;
    }

    /** Added last, these win over any of the same name that the record brought along. */
    private static void addTo(
            Headers headers, DeadLetterPublisher.Letter letter, TopicSettings topics) {
        var from = letter.record();
        var reason = letter.why().reason();
        headers.add(KafkaHeaders.DLT_ORIGINAL_TOPIC, from.topic().getBytes(UTF_8))
                .add(KafkaHeaders.DLT_ORIGINAL_PARTITION, bytes(Integer.BYTES, from.partition()))
                .add(KafkaHeaders.DLT_ORIGINAL_OFFSET, bytes(Long.BYTES, from.offset()))
                .add(KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, bytes(Long.BYTES, from.timestamp()))
                .add(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP, topics.group().getBytes(UTF_8))
                .add(
                        KafkaHeaders.DLT_EXCEPTION_MESSAGE,
                        reason.substring(0, Math.min(MAX_REASON, reason.length())).getBytes(UTF_8))
                .add(CAUSE, letter.why().code().name().getBytes(UTF_8));
        var field = letter.why().field();
        if (field != null) {
            var _ = headers.add(FIELD, field.getBytes(UTF_8));
        }
    }

    private static byte[] bytes(int length, long number) {
        var bytes = ByteBuffer.allocate(length);
        return (length == Integer.BYTES
                        ? bytes.putInt(Math.toIntExact(number))
                        : bytes.putLong(number))
                .array();
    }

    /** Where a letter's record stood, as {@code topic-partition-offset}. */
    static String place(Headers headers) {
        return "%s-%s-%s"
                .formatted(
                        text(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC),
                        number(headers, KafkaHeaders.DLT_ORIGINAL_PARTITION),
                        number(headers, KafkaHeaders.DLT_ORIGINAL_OFFSET));
    }

    private static String number(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return "unknown";
        }
        var bytes = ByteBuffer.wrap(header.value());
        return switch (header.value().length) {
            case Integer.BYTES -> Integer.toString(bytes.getInt());
            case Long.BYTES -> Long.toString(bytes.getLong());
            default -> "unknown";
        };
    }

    static String text(Headers headers, String name) {
        var text = textOrNull(headers, name);
        return text == null ? "unknown" : text;
    }

    static @Nullable String textOrNull(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
