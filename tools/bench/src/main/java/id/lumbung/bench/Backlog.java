package id.lumbung.bench;

import com.mongodb.client.MongoClient;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A backlog of events on a topic, and what a loop without any of our code makes of it: the ceiling
 * of the journal. The loop does what any reader of JSON events must: it polls, parses each event
 * and inserts the very documents that the journal keeps.
 */
final class Backlog implements AutoCloseable {

    private static final int BATCH = 1_000;

    private final String kafka;
    private final MongoClient mongo;
    private final BacklogEvents sales = new BacklogEvents(UUID.randomUUID(), UUID.randomUUID());

    Backlog(String kafka, String mongodb) {
        this.kafka = kafka;
        this.mongo = Databases.connect(mongodb);
    }

    /** Puts so many sales of one outlet on the topic. */
    void pileUp(int events) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka, "linger.ms", 20, "batch.size", 256 * 1024);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var i = 0; i < events; i++) {
                var _ = producer.send(sales.event(i));
            }
            producer.flush();
        }
    }

    /** Events a second of a bare loop: poll, parse, and insert the same documents, by the batch. */
    double bareLoop(int events) {
        return new BareLoop(kafka, mongo).run(events, BATCH);
    }

    /** Events a second of a listener that saves one document for each record. */
    double oneByOne(int events) {
        return new BareLoop(kafka, mongo).run(events, 1);
    }

    @Override
    public void close() {
        mongo.close();
    }
}
