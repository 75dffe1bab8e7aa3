package id.lumbung.backbone.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Files records that could not be taken on {@code <topic>.<group>.dlt}: the bytes and headers as
 * they came, and where and why they failed. Returns only when the broker has them all.
 */
public final class DeadLetterPublisher {

    static final String TOPIC = "dlt_topic";
    static final String PARTITION = "dlt_partition";
    static final String OFFSET = "dlt_offset";
    static final String TIMESTAMP = "dlt_timestamp";
    static final String GROUP = "dlt_group";
    static final String CAUSE = "dlt_cause";
    static final String OMITTED = "dlt_value_omitted";

    private static final Logger log = LoggerFactory.getLogger(DeadLetterPublisher.class);
    private static final long PATIENCE_SECONDS = 60;

    private final KafkaTemplate<String, byte[]> kafka;

    public DeadLetterPublisher(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /**
     * @param cause a sentence without personal data
     */
    record Letter(ConsumerRecord<String, byte[]> record, String cause) {}

    static String topic(String topic, String group) {
        return topic + "." + group + ".dlt";
    }

    /**
     * @throws IllegalStateException when the broker did not take them in time; the batch must come
     *     again
     */
    void send(String group, List<Letter> letters) {
        var sent =
                letters.stream()
                        .map(letter -> {
                            var record = letter.record();
                            log.error(
                                    "Dead letter: {}-{} at {}: {}",
                                    record.topic(),
                                    record.partition(),
                                    record.offset(),
                                    letter.cause());
                            return kafka.send(file(group, letter, record.value()))
                                    .exceptionallyCompose(failure ->
                                            tooLarge(failure)
                                                    ? kafka.send(withoutValue(group, letter))
                                                    : CompletableFuture.failedFuture(failure));
                        })
                        .toArray(CompletableFuture[]::new);
        try {
            var _ = CompletableFuture.allOf(sent).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "The broker did not take " + letters.size() + " dead letters", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while filing dead letters", e);
        }
    }

    private static boolean tooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return true;
            }
        }
        return false;
    }

    /**
     * A value that unpacked larger than the broker takes stays where it came from; the letter says
     * where.
     */
    private static ProducerRecord<String, byte[]> withoutValue(String group, Letter letter) {
        var record = file(group, letter, null);
        record.headers()
                .add(
                        OMITTED,
                        "too large; it stands at its topic, partition and offset".getBytes(UTF_8));
        return record;
    }

    private static ProducerRecord<String, byte[]> file(
            String group, Letter letter, byte @Nullable [] value) {
        var from = letter.record();
        var record =
                new ProducerRecord<>(
                        topic(from.topic(), group), null, from.key(), value, from.headers());
        record.headers()
                .add(TOPIC, from.topic().getBytes(UTF_8))
                .add(PARTITION, Integer.toString(from.partition()).getBytes(UTF_8))
                .add(OFFSET, Long.toString(from.offset()).getBytes(UTF_8))
                .add(TIMESTAMP, Long.toString(from.timestamp()).getBytes(UTF_8))
                .add(GROUP, group.getBytes(UTF_8))
                .add(CAUSE, letter.cause().getBytes(UTF_8));
        return record;
    }
}
