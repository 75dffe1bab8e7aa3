package id.lumbung.shu.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.testkit.Backends;
import id.lumbung.backbone.testkit.Topic;
import id.lumbung.edge.testkit.FreePort;
import id.lumbung.embeddedmongodb.EmbeddedMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.FileSystemUtils;

/** While the journal's database is away the batch waits: nothing is lost, nothing set aside. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {Backends.class, DatabaseAwayTest.OwnDatabase.class})
@DirtiesContext
class DatabaseAwayTest {

    private static final Path FOLDER = folder();
    private static final int PORT = FreePort.choose();
    private static EmbeddedMongo database = EmbeddedMongo.onDisk(FOLDER, PORT);

    private final UUID cooperative = UUID.randomUUID();

    @Autowired private MongoOperations mongo;

    static final class OwnDatabase
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("spring.mongodb.uri=" + database.uri()).applyTo(context);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("lumbung-away");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
        var _ = FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    void whatIsPublishedMeanwhileIsJournalledAfterwardsAndNothingIsADeadLetter() {
        sell(20);
        await().atMost(Duration.ofSeconds(60)).until(() -> journalled() == 20);
        var deadLetters = new Topic("pharmacy.shu.dlt").all().size();

        database.close();
        sell(200);
        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(20))
                .until(() -> new Topic("pharmacy.shu.dlt").all().size() == deadLetters);
        database = EmbeddedMongo.onDisk(FOLDER, PORT);

        await().atMost(Duration.ofSeconds(120)).ignoreExceptions().until(() -> journalled() == 220);
        assertThat(new Topic("pharmacy.shu.dlt").all()).hasSize(deadLetters);
    }

    private long journalled() {
        return mongo.getCollection("journal")
                .countDocuments(new Document("cooperativeId", cooperative));
    }

    private void sell(int count) {
        new Topic("pharmacy").send(Stream.generate(() -> record(sale())).limit(count).toList());
    }

    private SaleCompleted sale() {
        return new SaleCompleted(
                cooperative,
                UUID.randomUUID(),
                cooperative,
                null,
                Rupiah.of(5_000),
                null,
                Instant.parse("2025-06-01T00:00:00Z"));
    }

    private static ProducerRecord<String, byte[]> record(SaleCompleted sale) {
        var record =
                new ProducerRecord<>(
                        "pharmacy",
                        sale.saleId().toString(),
                        EventCodec.write(sale).getBytes(UTF_8));
        record.headers()
                .add(
                        EventCodec.ID,
                        EventId.of(sale.saleId(), "SaleCompleted").toString().getBytes(UTF_8))
                .add(EventCodec.TYPE, "SaleCompleted".getBytes(UTF_8))
                .add(EventCodec.TIME, "2026-01-05T00:00:00Z".getBytes(UTF_8));
        return record;
    }
}
