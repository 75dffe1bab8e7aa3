package id.lumbung.backbone.outbox;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.event.Examples;
import id.lumbung.backbone.testkit.Backends;
import id.lumbung.backbone.testkit.Topic;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

class RelayTest {

    private static final String BOARD = "board";
    private static final OutboxSettings SETTINGS =
            new OutboxSettings(
                    true,
                    Duration.ofMillis(200),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(50),
                    1_000,
                    500);

    /** After the epoch, or it would not be counted as waiting. */
    private static final Instant LONG_PAST_DUE = Instant.EPOCH.plusSeconds(1);

    private final Topic topic = new Topic("relay-" + UUID.randomUUID());
    private final List<OutboxRelay> relays = new ArrayList<>();
    private final com.mongodb.client.MongoClient client =
            MongoClients.create(
                    com.mongodb.MongoClientSettings.builder()
                            .applyConnectionString(
                                    new com.mongodb.ConnectionString(Backends.mongodb()))
                            .uuidRepresentation(UuidRepresentation.STANDARD)
                            .build());
    private final MongoTemplate mongo =
            new MongoTemplate(
                    new SimpleMongoClientDatabaseFactory(client, "relay-" + UUID.randomUUID()));
    private final Outbox board = new Outbox(mongo, Clock.tickMillis(ZoneOffset.UTC));

    @BeforeEach
    void createTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Backends.kafka()))) {
            admin.createTopics(List.of(new NewTopic(topic.name(), 3, (short) 1))).all().get();
        }
    }

    @AfterEach
    void stop() {
        relays.forEach(OutboxRelay::stop);
        client.close();
    }

    @Test
    void whatACrashLeftBehindIsToldByTheSweepAndTakenDown() {
        var left =
                IntStream.range(0, 1_200)
                        .mapToObj(_ -> leave(LONG_PAST_DUE, UUID.randomUUID()))
                        .toList();
        startRelay();
        var told = topic.await(left.size(), _ -> true);
        assertThat(told)
                .extracting(record -> Topic.header(record, EventCodec.ID))
                .containsAll(ids(left));
        awaitNothingWaiting();
    }

    @Test
    void twoRelaysOnOneDatabaseLoseNothing() {
        var left =
                IntStream.range(0, 1_200)
                        .mapToObj(_ -> leave(LONG_PAST_DUE, UUID.randomUUID()))
                        .toList();
        startRelay();
        startRelay();
        awaitNothingWaiting();
        assertThat(topic.all())
                .extracting(record -> Topic.header(record, EventCodec.ID))
                .containsAll(ids(left));
    }

    @Test
    void aDocumentsNoticesGoOutInTheirOrder() {
        var first = notice(UUID.randomUUID());
        var second = notice(UUID.randomUUID());
        insert(UUID.randomUUID(), List.of(first, second), LONG_PAST_DUE);
        startRelay();
        var told = topic.await(2, _ -> true);
        assertThat(told)
                .extracting(record -> Topic.header(record, EventCodec.ID))
                .containsExactly(first.id().toString(), second.id().toString());
        awaitNothingWaiting();
    }

    @Test
    void clearingNeverTakesDownWhatWasPostedSince() {
        var document = UUID.randomUUID();
        var told = notice(UUID.randomUUID());
        var since = notice(UUID.randomUUID());
        board.prepare(BOARD);
        insert(document, List.of(since), LONG_PAST_DUE);
        board.clear(List.of(new PendingDocument(BOARD, document, List.of(told))));
        assertThat(noticesOf(document)).containsExactly(since.id());
        insertMore(document, told);
        board.clear(List.of(new PendingDocument(BOARD, document, List.of(told))));
        assertThat(noticesOf(document)).containsExactly(since.id());
        board.clear(List.of(new PendingDocument(BOARD, document, List.of(since))));
        assertThat(documents().find(eq("_id", document)).first()).containsOnlyKeys("_id");
    }

    @Test
    void aClaimKeepsOtherSweepersAwayUntilItRunsOut() {
        board.prepare(BOARD);
        var _ = leave(LONG_PAST_DUE, UUID.randomUUID());
        assertThat(board.claim(BOARD, 10, Duration.ofHours(1))).hasSize(1);
        assertThat(board.claim(BOARD, 10, Duration.ofHours(1))).isEmpty();
        documents()
                .updateMany(
                        new Document(), Updates.set(OutboxMessage.DUE, Date.from(LONG_PAST_DUE)));
        assertThat(board.claim(BOARD, 10, Duration.ofHours(1))).hasSize(1);
    }

    @Test
    void aNoticeTheBrokerWillNeverTakeIsBlockedWithItsReasonAndHindersNoOther() throws Exception {
        limitTopicTo(2_000);
        var huge =
                new OutboxMessage(
                        UUID.randomUUID(),
                        topic.name(),
                        "SaleCompleted",
                        "k",
                        "s",
                        Instant.now(),
                        null,
                        "x".repeat(3_000));
        var after = notice(UUID.randomUUID());
        var document = UUID.randomUUID();
        insert(document, List.of(huge, after), LONG_PAST_DUE);
        var neighbour = leave(LONG_PAST_DUE, UUID.randomUUID());
        startRelay();
        var told = topic.await(2, _ -> true);
        assertThat(told)
                .extracting(record -> Topic.header(record, EventCodec.ID))
                .containsExactlyInAnyOrder(after.id().toString(), neighbour.id().toString());
        awaitNothingWaiting();
        assertThat(board.blocked(BOARD, 10))
                .singleElement()
                .satisfies(blocked -> {
                    assertThat(blocked.eventId()).isEqualTo(huge.id());
                    assertThat(blocked.reason()).contains("TooLarge");
                });
        limitTopicTo(1_000_000);
        assertThat(board.retry(BOARD, document)).isTrue();
        assertThat(topic.await(3, _ -> true)).hasSize(3);
        assertThat(board.blocked(BOARD, 10)).isEmpty();
    }

    @Test
    void whileTheBrokerIsAwayNothingIsGivenUpAndMemoryIsBounded() {
        var unreachable =
                new OutboxRelay(
                        template("127.0.0.1:1"),
                        board,
                        SETTINGS,
                        "test",
                        new SimpleMeterRegistry());
        relays.add(unreachable);
        unreachable.watch(BOARD);
        unreachable.start();
        var left =
                IntStream.range(0, 3_000)
                        .mapToObj(_ -> {
                            var notice = notice(UUID.randomUUID());
                            var document = UUID.randomUUID();
                            insert(document, List.of(notice), Instant.now());
                            unreachable.ring(
                                    List.of(new PendingDocument(BOARD, document, List.of(notice))));
                            return notice;
                        })
                        .toList();
        assertThat(unreachable.inHand())
                .isLessThanOrEqualTo(SETTINGS.waiting() + SETTINGS.inFlight() + 1);
        assertThat(board.blocked(BOARD, 10)).isEmpty();
        assertThat(board.waiting(BOARD, 10_000).documents()).isEqualTo(left.size());
        unreachable.stop();
        documents()
                .updateMany(
                        new Document(), Updates.set(OutboxMessage.DUE, Date.from(LONG_PAST_DUE)));
        startRelay();
        awaitNothingWaiting();
        assertThat(topic.all())
                .extracting(record -> Topic.header(record, EventCodec.ID))
                .containsAll(ids(left));
    }

    @Test
    void whatTravelsIsACloudEvent() {
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var notice =
                OutboxMessage.of(
                        Examples.SALE, topic.name(), Instant.parse("2026-03-01T03:15:01Z"), trace);
        insert(UUID.randomUUID(), List.of(notice), LONG_PAST_DUE);
        startRelay();
        var record = topic.await(1, _ -> true).getFirst();
        try (var deserializer = new CloudEventDeserializer()) {
            var event = deserializer.deserialize(topic.name(), record.headers(), record.value());
            assertThat(event.getId())
                    .isEqualTo(EventId.of(Examples.SALE.saleId(), "SaleCompleted").toString());
            assertThat(event.getType()).isEqualTo("SaleCompleted");
            assertThat(event.getSource()).hasToString("/test");
            assertThat(event.getSubject()).isEqualTo(Examples.SALE.saleId().toString());
            assertThat(event.getTime().toInstant())
                    .isEqualTo(Instant.parse("2026-03-01T03:15:01Z"));
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(EventCodec.read(event.getType(), event.getData().toBytes()))
                    .isEqualTo(Examples.SALE);
        }
        assertThat(record.key()).isEqualTo(Examples.SALE.memberId().toString());
        assertThat(Topic.header(record, EventCodec.TRACE_PARENT)).isEqualTo(trace);
    }

    private void startRelay() {
        var relay =
                new OutboxRelay(
                        template(Backends.kafka()),
                        board,
                        SETTINGS,
                        "test",
                        new SimpleMeterRegistry());
        relays.add(relay);
        relay.watch(BOARD);
        relay.start();
    }

    private static KafkaTemplate<String, byte[]> template(String bootstrapServers) {
        return new KafkaTemplate<>(
                new DefaultKafkaProducerFactory<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "max.block.ms", 200,
                                "delivery.timeout.ms", 2_000,
                                "request.timeout.ms", 1_000,
                                "linger.ms", 1),
                        new StringSerializer(),
                        new ByteArraySerializer()));
    }

    private void limitTopicTo(int bytes) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Backends.kafka()))) {
            admin.incrementalAlterConfigs(
                            Map.of(
                                    new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                                    List.of(
                                            new AlterConfigOp(
                                                    new ConfigEntry(
                                                            "max.message.bytes",
                                                            Integer.toString(bytes)),
                                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(BOARD);
    }

    private OutboxMessage leave(Instant due, UUID document) {
        var notice = notice(UUID.randomUUID());
        insert(document, List.of(notice), due);
        return notice;
    }

    private OutboxMessage notice(UUID id) {
        return new OutboxMessage(
                id, topic.name(), "SaleCompleted", "key", id.toString(), Instant.now(), null, "{}");
    }

    private void insert(UUID id, List<OutboxMessage> notices, Instant due) {
        var document = new Document("_id", id);
        OutboxMessage.post(document, notices, due);
        documents().insertOne(document);
    }

    private void insertMore(UUID id, OutboxMessage notice) {
        documents()
                .updateOne(eq("_id", id), Updates.push(OutboxMessage.OUTBOX, notice.toDocument()));
    }

    private List<UUID> noticesOf(UUID document) {
        return OutboxMessage.of(documents().find(eq("_id", document)).first()).stream()
                .map(OutboxMessage::id)
                .toList();
    }

    private static List<String> ids(List<OutboxMessage> notices) {
        return notices.stream().map(notice -> notice.id().toString()).toList();
    }

    private void awaitNothingWaiting() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> board.waiting(BOARD, 10_000).documents() == 0);
    }
}
