package id.lumbung.backbone.consumer;

import id.lumbung.backbone.kafka.TopicSettings;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Reads the topics of {@code lumbung.kafka.reads} as the group {@code lumbung.kafka.group}. */
final class EventListener {

    private final TopicSettings settings;
    private final BatchConsumer consumer;
    private final DeadLetterStore deadLetters;

    EventListener(TopicSettings settings, BatchConsumer consumer, DeadLetterStore deadLetters) {
        this.settings = settings;
        this.consumer = consumer;
        this.deadLetters = deadLetters;
    }

    public TopicSettings getSettings() {
        return settings;
    }

    @KafkaListener(id = "#{__listener.settings.group()}", topics = "#{__listener.settings.reads()}")
    void consume(List<ConsumerRecord<String, byte[]>> records) {
        consumer.consume(records);
    }

    @KafkaListener(
            id = "#{__listener.settings.deadLetterGroup()}",
            topics = "#{__listener.settings.deadLetterTopics()}")
    void store(List<ConsumerRecord<String, byte[]>> letters) {
        letters.forEach(deadLetters::store);
    }
}
