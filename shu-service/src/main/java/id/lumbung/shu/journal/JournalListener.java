package id.lumbung.shu.journal;

import id.lumbung.backbone.consumer.BatchConsumer;
import id.lumbung.backbone.consumer.DeadLetterStore;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes in what the outlets and the office tell, and files what cannot be taken. */
@Component
class JournalListener {

    private static final String GROUP = "shu";

    private final BatchConsumer intake;
    private final Journal journal;
    private final DeadLetterStore deadLetters;

    JournalListener(BatchConsumer intake, Journal journal, DeadLetterStore deadLetters) {
        this.intake = intake;
        this.journal = journal;
        this.deadLetters = deadLetters;
    }

    @KafkaListener(
            id = GROUP,
            topics = {"membership", "pharmacy", "clinic"})
    void take(List<ConsumerRecord<String, byte[]>> records) {
        intake.take(GROUP, records, journal);
    }

    @KafkaListener(
            id = GROUP + ".dead-letters",
            topics = {"membership.shu.dlt", "pharmacy.shu.dlt", "clinic.shu.dlt"})
    void file(List<ConsumerRecord<String, byte[]>> letters) {
        letters.forEach(deadLetters::file);
    }
}
