package id.lumbung.backbone.consumer;

import id.lumbung.backbone.consumer.DeadLetterPublisher.Letter;
import id.lumbung.backbone.kafka.TopicSettings;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends one dead letter: the bytes and headers of the record as they came, and where and why it
 * failed.
 *
 * <p>A record larger than the broker takes is published without its value, and one whose key and
 * headers are too large without those; the letter says where the record stands. That is logged as
 * an error: the record itself is lost when its topic's time is over.
 */
final class DeadLetterSender {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterSender.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final TopicSettings topics;

    DeadLetterSender(KafkaTemplate<String, byte[]> kafka, TopicSettings topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    CompletableFuture<?> send(Letter letter) {
        var record = letter.record();
        log.error(
                "Dead letter: {}-{} at {}: {} {}",
                record.topic(),
                record.partition(),
                record.offset(),
                letter.why().code(),
                letter.why().reason());
        return attempt(DeadLetterHeaders.whole(letter, topics))
                .exceptionallyCompose(failure ->
                        smaller(letter, failure, DeadLetterHeaders.withoutValue(letter, topics)))
                .exceptionallyCompose(failure ->
                        smaller(letter, failure, DeadLetterHeaders.placeOnly(letter, topics)));
    }

    private CompletableFuture<Object> smaller(
            Letter letter, Throwable failure, ProducerRecord<String, byte[]> smaller) {
        if (!isTooLarge(failure)) {
            return CompletableFuture.failedFuture(failure);
        }
        log.error(
                "The dead letter of {}-{} at {} is too large to be kept whole; save the record before its topic's time is over",
                letter.record().topic(),
                letter.record().partition(),
                letter.record().offset());
        return attempt(smaller);
    }

    /** The client refuses some records before it sends them, and throws then. */
    private CompletableFuture<Object> attempt(ProducerRecord<String, byte[]> record) {
        try {
            return kafka.send(record).thenApply(result -> result);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static boolean isTooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return true;
            }
        }
        return false;
    }
}
