package id.lumbung.backbone.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.event.EventCodec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;

/** Messages as CloudEvents 1.0 in Kafka's binary mode, and what the broker's refusals mean. */
final class OutboxRecords {

    private final byte[] source;

    /**
     * @param service the name that events give as their source
     */
    OutboxRecords(String service) {
        this.source = ("/" + service).getBytes(UTF_8);
    }

    ProducerRecord<String, byte[]> record(OutboxMessage message) {
        var record =
                new ProducerRecord<>(
                        message.topic(), message.key(), message.body().getBytes(UTF_8));
        record.headers()
                .add(EventCodec.SPEC_VERSION, "1.0".getBytes(UTF_8))
                .add(EventCodec.ID, message.id().toString().getBytes(UTF_8))
                .add(EventCodec.TYPE, message.type().getBytes(UTF_8))
                .add(EventCodec.SOURCE, source)
                .add(EventCodec.SUBJECT, message.subject().getBytes(UTF_8))
                .add(EventCodec.TIME, message.time().toString().getBytes(UTF_8))
                .add(EventCodec.CONTENT_TYPE, "application/json".getBytes(UTF_8));
        if (message.trace() != null) {
            record.headers().add(EventCodec.TRACE_PARENT, message.trace().getBytes(UTF_8));
        }
        return record;
    }

    /** What the broker's client said, however it is wrapped; else the innermost cause. */
    static Throwable cause(Throwable failure) {
        var cause = failure;
        while (!(cause instanceof ApiException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Whether the record itself is the trouble, so that no later attempt succeeds either. */
    static boolean isNeverTaken(Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof SerializationException
                || cause instanceof InvalidRecordException
                || cause instanceof UnsupportedForMessageFormatException;
    }
}
