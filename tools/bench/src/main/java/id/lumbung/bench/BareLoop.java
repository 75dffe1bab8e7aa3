package id.lumbung.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.bson.Document;

/** Reads the topic and fills a journal of its own, without any of our code. */
record BareLoop(String kafka, MongoClient mongo) {

    /**
     * Events a second.
     *
     * @param batch documents that are inserted at once
     */
    double run(int events, int batch) {
        var target = ScratchJournal.in(mongo);
        try (var consumer = BacklogConsumer.fromBeginning(kafka)) {
            var began = Instant.now();
            copy(consumer, target, events, batch);
            return events / Clocks.seconds(began);
        } finally {
            target.drop();
        }
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
