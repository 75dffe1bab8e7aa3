package id.lumbung.embeddedmongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedMongoTest {

    private static final int ROUNDS = 300;

    @TempDir private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        Collections.reverse(open);
        for (var each : open) {
            each.close();
        }
    }

    /**
     * The same random documents, queries, updates and deletes, once with indexes and once without.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anIndexGivesTheSameAnswersAsAScanAlsoAfterAKill(long seed) throws Exception {
        var server = MongoChild.start(folder);
        var client = client(server.uri());
        var random = new Random(seed);
        for (var index :
                List.of(
                        Indexes.ascending("a"),
                        Indexes.ascending("a", "b"),
                        Indexes.ascending("b", "c.d"))) {
            indexed(client).createIndex(index);
        }
        for (var round = 0; round < ROUNDS; round++) {
            change(client, random);
            compare(client, random);
        }
        client.close();
        server.kill();
        server = MongoChild.start(folder);
        open.add(server);
        client = client(server.uri());
        open.add(client);
        for (var round = 0; round < ROUNDS / 3; round++) {
            compare(client, random);
            change(client, random);
        }
    }

    private static MongoCollection<Document> indexed(MongoClient client) {
        return client.getDatabase("test").getCollection("indexed");
    }

    private static MongoCollection<Document> scanned(MongoClient client) {
        return client.getDatabase("test").getCollection("scanned");
    }

    private static void change(MongoClient client, Random random) {
        var filter = query(random);
        var update =
                random.nextBoolean()
                        ? Updates.set(random.nextBoolean() ? "a" : "b", value(random))
                        : Updates.unset(random.nextBoolean() ? "a" : "b");
        var document = document(random);
        var kind = random.nextInt(10);
        for (var collection : List.of(indexed(client), scanned(client))) {
            switch (kind) {
                case 0 -> collection.deleteMany(and(eq("a", 1), filter));
                case 1, 2 -> collection.updateMany(filter, update);
                case 3 -> collection.findOneAndUpdate(eq("_id", random.nextInt(1)), update);
                default -> collection.insertOne(new Document(document));
            }
        }
    }

    private static void compare(MongoClient client, Random random) {
        var filter = query(random);
        assertThat(
                        indexed(client)
                                .find(filter)
                                .sort(Sorts.ascending("_id"))
                                .into(new ArrayList<>()))
                .as("%s", filter)
                .isEqualTo(
                        scanned(client)
                                .find(filter)
                                .sort(Sorts.ascending("_id"))
                                .into(new ArrayList<>()));
        var sort =
                switch (random.nextInt(5)) {
                    case 0 -> Sorts.ascending("a", "b", "_id");
                    case 1 -> Sorts.descending("a", "b", "_id");
                    case 2 -> Sorts.descending("_id");
                    case 3 -> Sorts.orderBy(Sorts.descending("a"), Sorts.ascending("_id"));
                    default -> Sorts.ascending("b", "_id");
                };
        assertThat(indexed(client).countDocuments(filter))
                .as("count of %s", filter)
                .isEqualTo(scanned(client).countDocuments(filter));
        assertThat(indexed(client).find(filter).sort(sort).limit(5).into(new ArrayList<>()))
                .as("%s in order", filter)
                .isEqualTo(
                        scanned(client).find(filter).sort(sort).limit(5).into(new ArrayList<>()));
    }

    private static Bson query(Random random) {
        var a = value(random);
        var b = value(random);
        return switch (random.nextInt(16)) {
            case 0 -> eq("a", a);
            case 1 -> and(eq("a", a), eq("b", b));
            case 2 -> and(eq("a", a), gte("b", b));
            case 3 -> and(eq("a", a), gt("b", b), lt("b", value(random)));
            case 4 -> gt("a", a);
            case 5 -> and(gte("a", a), lte("a", b));
            case 6 -> and(eq("b", b), eq("c.d", value(random)));
            case 7 -> or(eq("a", a), eq("b", b));
            case 8 -> in("a", a, b);
            case 9 -> and(eq("b", b), ne("a", a));
            case 10 -> in("a", values(random));
            case 11 -> and(in("a", values(random)), in("b", values(random)));
            case 12 -> and(in("b", values(random)), eq("c.d", null));
            case 13 -> eq("a", null);
            case 14 -> in("c.d", values(random));
            case 15 -> lt("_id", new UUID(random.nextLong() >>> 1, 0));
            default -> and(exists("a"), lt("b", b));
        };
    }

    private static List<Object> values(Random random) {
        return Stream.generate(() -> value(random)).limit(random.nextInt(8)).toList();
    }

    private static Document document(Random random) {
        var document =
                new Document("_id", new UUID(random.nextLong() >>> 1, random.nextLong() >>> 1));
        if (random.nextInt(5) > 0) {
            document.put("a", value(random));
        }
        if (random.nextInt(5) > 0) {
            document.put(
                    "b",
                    random.nextInt(12) == 0
                            ? List.of(value(random), value(random))
                            : value(random));
        }
        if (random.nextBoolean()) {
            document.put("c", new Document("d", value(random)));
        }
        return document;
    }

    private static Object value(Random random) {
        return switch (random.nextInt(9)) {
            case 6 -> random.nextInt(3) * -0.5;
            case 7 -> random.nextBoolean();
            case 8 -> Long.MAX_VALUE - random.nextInt(3);
            case 0 -> random.nextInt(4);
            case 1 -> (long) random.nextInt(4);
            case 2 -> random.nextInt(8) / 2.0;
            case 3 -> "v" + random.nextInt(3);
            case 4 -> new Date(random.nextInt(3) * 1_000L);
            default -> new UUID(7, random.nextInt(3));
        };
    }

    @Test
    void everyAcknowledgedWriteSurvivesAKill() throws Exception {
        var server = MongoChild.start(folder);
        var acknowledged = ConcurrentHashMap.<UUID>newKeySet();
        var updated = ConcurrentHashMap.<UUID>newKeySet();
        try (var writers = Executors.newFixedThreadPool(8);
                var client = client(server.uri())) {
            var collection = client.getDatabase("test").getCollection("kept");
            collection.createIndex(Indexes.ascending("n"));
            for (var writer = 0; writer < 8; writer++) {
                writers.execute(() -> write(collection, acknowledged, updated));
            }
            org.awaitility.Awaitility.await().until(() -> acknowledged.size() > 1_000);
            server.kill();
            writers.shutdownNow();
            assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        try (var again = MongoChild.start(folder);
                var client = client(again.uri())) {
            var collection = client.getDatabase("test").getCollection("kept");
            var standing =
                    collection
                            .find(eq("n", 1))
                            .map(document -> document.get("_id", UUID.class))
                            .into(new java.util.HashSet<>());
            assertThat(standing).containsAll(acknowledged);
            var changed =
                    collection
                            .find(and(eq("n", 1), eq("published", true)))
                            .map(document -> document.get("_id", UUID.class))
                            .into(new java.util.HashSet<>());
            assertThat(changed).containsAll(updated);
        }
    }

    private static void write(
            MongoCollection<Document> collection, Set<UUID> acknowledged, Set<UUID> updated) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var id = UUID.randomUUID();
                collection.insertOne(new Document("_id", id).append("n", 1));
                acknowledged.add(id);
                collection.updateOne(eq("_id", id), Updates.set("published", true));
                updated.add(id);
            }
        } catch (com.mongodb.MongoException _) {
            // The server is dead: what was acknowledged before counts.
        }
    }

    @Test
    void aUniqueIndexRefusesASecondAndLeavesOutDocumentsWithoutTheField() {
        var server = EmbeddedMongo.inMemory(0);
        open.add(server);
        var client = client(server.uri());
        open.add(client);
        var collection = client.getDatabase("test").getCollection("sequences");
        collection.createIndex(
                Indexes.ascending("sequence"), new IndexOptions().unique(true).sparse(true));
        collection.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
        var documents =
                List.of(
                        new Document("_id", 3).append("sequence", "a/0"),
                        new Document("_id", 4).append("sequence", "a/0"),
                        new Document("_id", 3).append("sequence", "a/1"),
                        new Document("_id", 5).append("sequence", "a/1"));
        assertThatThrownBy(() ->
                        collection.insertMany(documents, new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e ->
                                assertThat(e.getWriteErrors())
                                        .extracting(
                                                error -> error.getIndex(), error -> error.getCode())
                                        .containsExactly(
                                                org.assertj.core.groups.Tuple.tuple(1, 11000),
                                                org.assertj.core.groups.Tuple.tuple(2, 11000)));
        assertThat(collection.find().into(new ArrayList<>())).hasSize(4);
    }

    @Test
    void aFolderInUseIsRefusedWithASentence() {
        open.add(EmbeddedMongo.onDisk(folder, 0));
        assertThatThrownBy(() -> EmbeddedMongo.onDisk(folder, 0)).hasMessageContaining("in use");
    }

    @Test
    void aDamagedFileIsRefusedWithASentence() throws IOException {
        Files.writeString(folder.resolve("mongodb.mv"), "this is no database".repeat(1_000));
        assertThatThrownBy(() -> EmbeddedMongo.onDisk(folder, 0)).hasMessageContaining("damaged");
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(uri))
                        .uuidRepresentation(UuidRepresentation.STANDARD)
                        .build());
    }
}
