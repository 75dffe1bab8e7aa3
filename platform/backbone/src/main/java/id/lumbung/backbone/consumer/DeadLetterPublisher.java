package id.lumbung.backbone.consumer;

import id.lumbung.backbone.kafka.TopicSettings;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Publishes records that could not be consumed on the dead-letter topic of their topic, and returns
 * only when the broker has them all.
 */
final class DeadLetterPublisher {

    private static final long TIMEOUT_SECONDS = 60;

    private final DeadLetterSender sender;

    DeadLetterPublisher(KafkaTemplate<String, byte[]> kafka, TopicSettings topics) {
        this.sender = new DeadLetterSender(kafka, topics);
    }

    record Letter(ConsumerRecord<String, byte[]> record, Outcome.Refused why) {}

    /**
     * @throws IllegalStateException when the broker did not take them in time; the batch must come
     *     again
     */
    void send(List<Letter> letters) {
        var sent = letters.stream().map(sender::send).toArray(CompletableFuture[]::new);
        try {
            var _ = CompletableFuture.allOf(sent).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "The broker did not take " + letters.size() + " dead letters", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while publishing dead letters", e);
        }
    }
}
