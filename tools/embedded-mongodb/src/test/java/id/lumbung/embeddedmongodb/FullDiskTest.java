package id.lumbung.embeddedmongodb;

import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a database whose disk is full, or whose log was damaged, in real processes. */
@DisabledOnOs(OS.WINDOWS)
class FullDiskTest {

    private static final int BATCH = 10;
    private static final String TEXT = "x".repeat(2_000);

    @TempDir private Path folder;
    @TempDir private Path words;

    /** Without a pause there is no checkpoint before the log has reached the limit. */
    @Test
    void aFullLogEndsTheProcessAndNothingAcknowledgedIsLost() throws Exception {
        endsAndKeepsWhatItAcknowledged(Duration.ZERO);
    }

    /** With pauses every checkpoint empties the log, so that the pages reach the limit. */
    @Test
    void fullPagesEndTheProcessThoughOnlyTheCheckpointFindsOut() throws Exception {
        endsAndKeepsWhatItAcknowledged(Duration.ofMillis(300));
    }

    private void endsAndKeepsWhatItAcknowledged(Duration pause) throws Exception {
        var said = words.resolve("said");
        var server = MongoChild.startOnSmallDisk(folder, 4_096, said);
        var acknowledged = 0;
        try (var client = client(server.uri())) {
            var sales = sales(client);
            sales.createIndex(Indexes.ascending("n"));
            acknowledged = insertUntilRefused(sales, pause);
        } finally {
            assertThat(server.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(server.process().exitValue()).isOne();
        assertThat(Files.readString(said)).contains("cannot read or write its data any more");
        assertThat(acknowledged).isPositive();

        try (var again = MongoChild.start(folder);
                var client = client(again.uri())) {
            var ids = new ArrayList<Integer>();
            sales(client).find(gte("n", 0)).forEach(sale -> ids.add(sale.getInteger("_id")));
            assertThat(ids).containsAll(IntStream.range(0, acknowledged).boxed().toList());
            sales(client).insertOne(new Document("_id", -1));
        }
    }

    private static int insertUntilRefused(MongoCollection<Document> sales, Duration pause) {
        var acknowledged = 0;
        try {
            while (true) {
                sales.insertMany(batch(acknowledged), new InsertManyOptions().ordered(false));
                acknowledged += BATCH;
                if (pause.isPositive() && acknowledged % 200 == 0) {
                    var next = System.nanoTime() + pause.toNanos();
                    Awaitility.await().until(() -> System.nanoTime() > next);
                }
            }
        } catch (MongoException _) {
            return acknowledged;
        }
    }

    private static List<Document> batch(int first) {
        return IntStream.range(first, first + BATCH)
                .mapToObj(id -> new Document("_id", id).append("n", id).append("text", TEXT + id))
                .toList();
    }

    @Test
    void aLogDamagedInItsMiddleIsToldAndLeftAsItIs() throws Exception {
        var server = MongoChild.start(folder);
        try (var client = client(server.uri())) {
            for (var first = 0; first < 100; first += BATCH) {
                sales(client).insertMany(batch(first));
            }
            server.kill();
        }
        var log = new LogFiles(folder).all().getLast();
        var size = Files.size(log);
        assertThat(size).isPositive();
        try (var file = Files.newByteChannel(log, StandardOpenOption.WRITE)) {
            file.position(size / 2).write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        }
        var damaged = MongoChild.process(folder, "").redirectErrorStream(true).start();
        assertThat(damaged.inputReader().lines().collect(java.util.stream.Collectors.joining("\n")))
                .hasLineCount(1)
                .contains("is damaged at byte", "of " + size);
        assertThat(damaged.waitFor()).isOne();
        assertThat(Files.size(log)).isEqualTo(size);
    }

    private static MongoCollection<Document> sales(MongoClient client) {
        return client.getDatabase("test").getCollection("sales");
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(uri))
                        .applyToClusterSettings(
                                it -> it.serverSelectionTimeout(10, TimeUnit.SECONDS))
                        .retryWrites(false)
                        .build());
    }
}
