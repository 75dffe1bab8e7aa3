package id.lumbung.embeddedmongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {

    @TempDir private Path folder;

    /**
     * A relay's work under load: published facts stay published, the others stay due, and the index
     * knows both.
     */
    @Test
    void whatWasPublishedAndWhatIsDueSurvivesAKillInTheMiddle() throws Exception {
        var server = MongoChild.start(folder);
        var due = ConcurrentHashMap.<UUID>newKeySet();
        var published = ConcurrentHashMap.<UUID>newKeySet();
        try (var writers = Executors.newFixedThreadPool(6);
                var client = client(server.uri())) {
            var sales = sales(client);
            sales.createIndex(
                    Indexes.ascending("outboxDue"),
                    new IndexOptions()
                            .partialFilterExpression(
                                    new Document("outboxDue", new Document("$exists", true))));
            for (var writer = 0; writer < 6; writer++) {
                writers.execute(() -> sell(sales, due, published));
            }
            Awaitility.await().until(() -> published.size() > 1_000);
            server.kill();
            writers.shutdownNow();
            assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        try (var again = MongoChild.start(folder);
                var client = client(again.uri())) {
            var sales = sales(client);
            var all = ids(sales.find());
            assertThat(all).containsAll(due).containsAll(published);
            var stillDue = ids(sales.find(lte("outboxDue", Instant.now().plusSeconds(3_600))));
            assertThat(stillDue).doesNotContainAnyElementsOf(published);
            assertThat(stillDue)
                    .containsExactlyInAnyOrderElementsOf(ids(sales.find(size("outbox", 1))));
        }
    }

    private static void sell(
            MongoCollection<Document> sales,
            ConcurrentHashMap.KeySetView<UUID, Boolean> due,
            ConcurrentHashMap.KeySetView<UUID, Boolean> published) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var batch = IntStream.range(0, 20).mapToObj(_ -> sale()).toList();
                sales.insertMany(batch, new InsertManyOptions().ordered(false));
                var ids = batch.stream().map(sale -> sale.get("_id", UUID.class)).toList();
                due.addAll(ids);
                var half = ids.subList(0, 10);
                var messages =
                        half.stream()
                                .map(id -> UUID.nameUUIDFromBytes(id.toString().getBytes(UTF_8)))
                                .toList();
                var cleared =
                        sales.updateMany(
                                and(in("_id", half), in("outbox.id", messages), size("outbox", 1)),
                                Updates.combine(
                                        Updates.unset("outbox"), Updates.unset("outboxDue")));
                assertThat(cleared.getModifiedCount()).isEqualTo(10);
                published.addAll(half);
            }
        } catch (MongoException _) {
            // The server is dead: what was acknowledged before counts.
        }
    }

    private static Document sale() {
        var id = UUID.randomUUID();
        return new Document("_id", id)
                .append(
                        "outbox",
                        List.of(
                                new Document(
                                        "id",
                                        UUID.nameUUIDFromBytes(id.toString().getBytes(UTF_8)))))
                .append("outboxDue", Instant.now());
    }

    @Test
    void anAcknowledgedIndexIsThereAfterAKillAndStillRefusesASecond() throws Exception {
        var server = MongoChild.start(folder);
        try (var client = client(server.uri())) {
            sales(client)
                    .createIndex(
                            Indexes.ascending("sequence"),
                            new IndexOptions().unique(true).sparse(true));
            sales(client).insertOne(new Document("_id", 1).append("sequence", "a"));
            sales(client).insertOne(new Document("_id", 2));
        }
        server.kill();
        try (var again = MongoChild.start(folder);
                var client = client(again.uri())) {
            assertThat(sales(client).listIndexes().into(new ArrayList<>())).hasSize(2);
            assertThatThrownBy(() ->
                            sales(client).insertOne(new Document("_id", 3).append("sequence", "a")))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("sequence");
            sales(client).insertOne(new Document("_id", 4));
            assertThat(sales(client).find(eq("sequence", "a")).first()).containsEntry("_id", 1);
        }
    }

    /** As if it was killed between writing the pages and deleting the log. */
    @Test
    void aLogThatIsReadTwiceChangesNothing() throws Exception {
        var random = new Random(5);
        var server = MongoChild.start(folder);
        var saved = folder.resolve("saved");
        try (var client = client(server.uri())) {
            var sales = sales(client);
            sales.createIndex(Indexes.ascending("a"));
            sales.createIndex(
                    Indexes.ascending("sequence"), new IndexOptions().unique(true).sparse(true));
            for (var round = 0; round < 120; round++) {
                var id = random.nextInt(20);
                sales.deleteOne(eq("_id", id));
                sales.insertOne(new Document("_id", id).append("a", random.nextInt(5)));
                sales.updateMany(eq("sequence", "x"), Updates.unset("sequence"));
                sales.updateOne(eq("_id", id), Updates.set("sequence", "x"));
                sales.updateMany(eq("a", random.nextInt(5)), Updates.set("a", random.nextInt(5)));
            }
        }
        server.kill();
        copyLogs(folder, Files.createDirectory(saved));
        List<Document> once = contentAfterStart();
        copyLogs(saved, folder);
        assertThat(contentAfterStart()).hasSize(20).isEqualTo(once);
    }

    private List<Document> contentAfterStart() throws Exception {
        try (var server = MongoChild.start(folder);
                var client = client(server.uri())) {
            var byIndex =
                    sales(client)
                            .find(gte("a", 0))
                            .sort(Sorts.ascending("_id"))
                            .into(new ArrayList<>());
            assertThat(byIndex)
                    .isEqualTo(
                            sales(client)
                                    .find()
                                    .sort(Sorts.ascending("_id"))
                                    .into(new ArrayList<>()));
            assertThat(sales(client).countDocuments(eq("sequence", "x"))).isOne();
            return byIndex;
        }
    }

    private static void copyLogs(Path from, Path to) throws IOException {
        try (var logs = Files.newDirectoryStream(from, "*.redo")) {
            for (var log : logs) {
                Files.copy(log, to.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void aRecordThatWasNotWrittenWholeIsTheEndOfTheLog() throws Exception {
        var server = MongoChild.start(folder);
        try (var client = client(server.uri())) {
            sales(client).createIndex(Indexes.ascending("a"));
            sales(client).insertOne(new Document("_id", 1).append("a", 1));
        }
        server.kill();
        try (var logs = Files.newDirectoryStream(folder, "*.redo")) {
            for (var log : logs) {
                Files.write(log, new byte[] {0, 0, 1, 0, 7, 7, 7, 7, 7}, StandardOpenOption.APPEND);
            }
        }
        try (var again = MongoChild.start(folder);
                var client = client(again.uri())) {
            assertThat(sales(client).find(eq("a", 1)).first()).containsEntry("_id", 1);
        }
    }

    @Test
    void aProcessToldToEndLeavesNoLogAndASecondOneIsRefusedWhileItRuns() throws Exception {
        var server = MongoChild.start(folder);
        try (var client = client(server.uri())) {
            sales(client).insertOne(new Document("_id", 1));
        }
        var second =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                MongoProcess.class.getName(),
                                "0",
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        assertThat(new String(second.getInputStream().readAllBytes(), UTF_8))
                .contains("in use by another process")
                .hasLineCount(1);
        assertThat(second.waitFor()).isOne();
        server.close();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("mongodb.mv", "mongodb.lock");
        }
    }

    /**
     * Pages that a reader still needs are not overwritten, and a cursor goes on behind what it has
     * read.
     */
    @Test
    void readersGoOnWhileOthersWrite() throws Exception {
        try (var server = EmbeddedMongo.onDisk(folder, 0);
                var client = client(server.uri());
                var threads = Executors.newFixedThreadPool(3)) {
            var sales = sales(client);
            sales.createIndex(Indexes.ascending("a"));
            sales.insertMany(
                    IntStream.range(0, 5_000)
                            .mapToObj(i -> new Document("_id", i).append("a", i % 7))
                            .toList());
            var done = new AtomicInteger();
            var next = new AtomicInteger(10_000);
            var writers =
                    IntStream.range(0, 2)
                            .mapToObj(_ ->
                                    threads.submit(() -> {
                                        while (done.get() == 0) {
                                            var id = next.incrementAndGet();
                                            sales.insertOne(
                                                    new Document("_id", id).append("a", id % 7));
                                            sales.updateMany(
                                                    in("_id", id, id - 50),
                                                    Updates.set("a", id % 5));
                                            sales.deleteOne(eq("_id", id - 500));
                                        }
                                    }))
                            .toList();
            for (var round = 0; round < 15; round++) {
                assertThat(sales.find(lte("_id", 5_000)).batchSize(500).into(new ArrayList<>()))
                        .hasSize(5_000);
                assertThat(
                                sales.find(gte("a", 0))
                                        .sort(Sorts.descending("a", "_id"))
                                        .limit(900)
                                        .batchSize(100)
                                        .into(new ArrayList<>()))
                        .hasSize(900);
                assertThat(sales.countDocuments(and(gte("a", 0), lte("_id", 5_000))))
                        .isEqualTo(5_000);
            }
            done.set(1);
            for (var writer : writers) {
                writer.get();
            }
        }
    }

    private static List<UUID> ids(Iterable<Document> found) {
        var ids = new ArrayList<UUID>();
        found.forEach(document -> ids.add(document.get("_id", UUID.class)));
        return ids;
    }

    private static MongoCollection<Document> sales(MongoClient client) {
        return client.getDatabase("test").getCollection("sales");
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(uri))
                        .uuidRepresentation(UuidRepresentation.STANDARD)
                        .build());
    }
}
