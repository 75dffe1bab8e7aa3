package id.lumbung.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.UuidRepresentation;

/**
 * A backlog of events on a topic, and what a loop without any of our code makes of it: the ceiling
 * of the journal.
 */
final class JournalBench implements AutoCloseable {

    private static final String TOPIC = "pharmacy";
    private static final int BATCH = 1_000;

    private final String kafka;
    private final MongoClient mongo;
    private final UUID cooperative = UUID.randomUUID();
    private final UUID outlet = UUID.randomUUID();

    JournalBench(String kafka, String mongodb) {
        this.kafka = kafka;
        this.mongo =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(new ConnectionString(mongodb))
                                .uuidRepresentation(UuidRepresentation.STANDARD)
                                .build());
    }

    MongoClient mongo() {
        return mongo;
    }

    /** Puts so many sales of one outlet on the topic. */
    void pileUp(int events) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka, "linger.ms", 20, "batch.size", 256 * 1024);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var i = 0; i < events; i++) {
                var _ = producer.send(event(i));
            }
            producer.flush();
        }
    }

    private ProducerRecord<String, byte[]> event(int i) {
        var member = member(i);
        var json =
                """
                {"cooperativeId":"%s","saleId":"%s","outletId":"%s","memberId":"%s","total":%d,"at":"%s"}\
                """
                        .formatted(cooperative, id(i), outlet, member, 1_000 + i % 9_000, at(i));
        var record =
                new ProducerRecord<>(
                        TOPIC, member.toString(), json.getBytes(StandardCharsets.UTF_8));
        record.headers()
                .add("ce_specversion", "1.0".getBytes(StandardCharsets.UTF_8))
                .add("ce_id", id(i).toString().getBytes(StandardCharsets.UTF_8))
                .add("ce_type", "SaleCompleted".getBytes(StandardCharsets.UTF_8))
                .add("ce_source", "/pharmacy".getBytes(StandardCharsets.UTF_8))
                .add("ce_time", at(i).toString().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private UUID id(int i) {
        return new UUID(
                ((1_780_000_000_000L + i / 100) << 16) | 0x8000L | (i % 100),
                0x8000_0000_0000_0000L | (outlet.getLeastSignificantBits() >>> 2));
    }

    private UUID member(int i) {
        return new UUID(cooperative.getMostSignificantBits(), 0x8000_0000_0000_0000L | (i % 500));
    }

    private static Instant at(int i) {
        return Instant.ofEpochMilli(1_760_000_000_000L + i * 7L);
    }

    private Document entry(int i) {
        return new Document("_id", id(i))
                .append("kind", "SALE")
                .append("cooperativeId", cooperative)
                .append("outletId", outlet)
                .append("memberId", member(i))
                .append("factId", id(i))
                .append("amount", 1_000L + i % 9_000)
                .append("at", Date.from(at(i)))
                .append("recordedAt", Date.from(at(i)));
    }

    /**
     * Events a second of a bare loop: poll, and insert as many documents of the same size, by the
     * batch.
     */
    double bareLoop(int events) {
        return loop(events, BATCH);
    }

    /** Events a second of a listener that saves one document for each record. */
    double oneByOne(int events) {
        return loop(events, 1);
    }

    private double loop(int events, int batch) {
        var target =
                indexed(mongo.getDatabase("bench").getCollection("journal" + UUID.randomUUID()));
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        "bench-" + UUID.randomUUID(),
                        "max.poll.records",
                        BATCH);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(TOPIC).stream()
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var began = Instant.now();
            var done = 0;
            while (done < events) {
                var documents = new ArrayList<Document>();
                for (var _ : consumer.poll(Duration.ofMillis(200))) {
                    if (done < events) {
                        documents.add(entry(done++));
                    }
                    if (documents.size() == batch) {
                        insert(target, documents);
                        documents.clear();
                    }
                }
                insert(target, documents);
            }
            return events / seconds(began);
        } finally {
            target.drop();
        }
    }

    private static void insert(MongoCollection<Document> target, List<Document> documents) {
        if (!documents.isEmpty()) {
            var _ =
                    target.insertMany(
                            List.copyOf(documents), new InsertManyOptions().ordered(false));
        }
    }

    private static MongoCollection<Document> indexed(MongoCollection<Document> collection) {
        var journal = collection.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        var _ = journal.createIndex(Indexes.ascending("cooperativeId", "memberId", "at"));
        var _ = journal.createIndex(Indexes.ascending("outletId", "at"));
        return journal;
    }

    /** Writes entries straight into the journal: only to have many to read among. */
    void fill(int entries) {
        var journal = mongo.getDatabase("shu").getCollection("journal");
        for (var from = 0; from < entries; from += BATCH) {
            var documents = new ArrayList<Document>(BATCH);
            for (var i = from; i < Math.min(entries, from + BATCH); i++) {
                // Members of these belong to others than the one who is asked for.
                documents.add(
                        entry(10_000_000 + i)
                                .append(
                                        "memberId",
                                        new UUID(
                                                cooperative.getMostSignificantBits(),
                                                0x9000_0000_0000_0000L | (i % 5_000))));
            }
            insert(journal, documents);
        }
    }

    /** The address of one member's year among all that is in the journal. */
    String memberYear(String shu) {
        return "%s/cooperatives/%s/members/%s/years/2025".formatted(shu, cooperative, member(7));
    }

    static double seconds(Instant since) {
        return Math.max(1, Duration.between(since, Instant.now()).toNanos()) / 1e9;
    }

    @Override
    public void close() {
        mongo.close();
    }
}
