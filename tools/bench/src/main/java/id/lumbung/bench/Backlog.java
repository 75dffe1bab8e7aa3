package id.lumbung.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backlog of events on a topic, and what a loop without any of our code makes of it: the ceiling
 * of the journal. The loop does what any reader of JSON events must: it polls, parses each event
 * and inserts the very documents that the journal keeps.
 */
final class Backlog implements AutoCloseable {

    private static final String TOPIC = "pharmacy";
    private static final int BATCH = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final String kafka;
    private final MongoClient mongo;
    private final UUID cooperative = UUID.randomUUID();
    private final UUID outlet = UUID.randomUUID();

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

    /** What the journal makes of a sale. */
    private static Document entry(ConsumerRecord<String, byte[]> record) {
        var id = UUID.fromString(header(record, "ce_id"));
        var event = JSON.readTree(record.value());
        var at = Date.from(Instant.parse(event.path("at").asString()));
        return new Document("_id", id)
                .append("kind", "SALE")
                .append("cooperativeId", uuid(event, "cooperativeId"))
                .append("outletId", uuid(event, "outletId"))
                .append("memberId", uuid(event, "memberId"))
                .append("factId", uuid(event, "saleId"))
                .append("amount", event.path("total").asLong())
                .append("at", at)
                .append("countsAt", at)
                .append("recordedAt", Date.from(Instant.parse(header(record, "ce_time"))));
    }

    private static UUID uuid(JsonNode event, String name) {
        return UUID.fromString(event.path(name).asString());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Events a second of a bare loop: poll, parse, and insert the same documents, by the batch. */
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
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (done < events) {
                        documents.add(entry(record));
                        done++;
                    }
                    if (documents.size() == batch) {
                        insert(target, documents);
                        documents.clear();
                    }
                }
                insert(target, documents);
            }
            return events / Clocks.seconds(began);
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
        var _ = journal.createIndex(Indexes.ascending("cooperativeId", "memberId", "countsAt"));
        var _ = journal.createIndex(Indexes.ascending("cooperativeId", "countsAt", "_id"));
        var _ = journal.createIndex(Indexes.ascending("outletId", "at"));
        return journal;
    }

    @Override
    public void close() {
        mongo.close();
    }
}
