package id.lumbung.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;

/** Reads the topic and fills a journal of its own, without any of our code. */
record BareLoop(String kafka, MongoClient mongo) {

    private static final int MAX_POLLED = 1_000;

    /**
     * Events a second.
     *
     * @param batch documents that are inserted at once
     */
    double run(int events, int batch) {
        var target = ScratchJournal.in(mongo);
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        "bench-" + UUID.randomUUID(),
                        "max.poll.records",
                        MAX_POLLED);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            seekToBeginning(consumer);
            var began = Instant.now();
            copy(consumer, target, events, batch);
            return events / Clocks.seconds(began);
        } finally {
            target.drop();
        }
    }

    private static void seekToBeginning(KafkaConsumer<String, byte[]> consumer) {
        var partitions =
                consumer.partitionsFor(BacklogEvents.TOPIC).stream()
                        .map(it -> new TopicPartition(it.topic(), it.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private static void copy(
            KafkaConsumer<String, byte[]> consumer,
            MongoCollection<Document> target,
            int events,
            int batch) {
        var done = 0;
        while (done < events) {
            var documents = new ArrayList<Document>();
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                if (done < events) {
                    documents.add(JournalDocument.of(record));
                    done++;
                }
                if (documents.size() == batch) {
                    ScratchJournal.insert(target, documents);
                    documents.clear();
                }
            }
            ScratchJournal.insert(target, documents);
        }
    }
}
