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

class OutboxRelayTest {

    private static final String FACTS = "facts";
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
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    private final OutboxClaims claims = new OutboxClaims(mongo, clock);
    private final MessageBlocking blocking = new MessageBlocking(mongo, clock);
    private final OutboxBacklog backlog = new OutboxBacklog(mongo, clock);
    private final BlockedMessages blockedMessages = new BlockedMessages(mongo);

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
    void whatACrashLeftBehindIsPublishedByTheSweepAndCleared() {
        var left =
                IntStream.range(0, 1_200)
                        .mapToObj(_ -> leave(LONG_PAST_DUE, UUID.randomUUID()))
                        .toList();
        startRelay();
        var published = topic.await(left.size(), _ -> true);
        assertThat(published)
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
    void aDocumentsMessagesGoOutInTheirOrder() {
        var first = message(UUID.randomUUID());
        var second = message(UUID.randomUUID());
        insert(UUID.randomUUID(), List.of(first, second), LONG_PAST_DUE);
        startRelay();
        var published = topic.await(2, _ -> true);
        assertThat(published)
                .extracting(record -> Topic.header(record, EventCodec.ID))
                .containsExactly(first.id().toString(), second.id().toString());
        awaitNothingWaiting();
    }

    @Test
    void clearingNeverTakesOutWhatWasEnqueuedSince() {
        var document = UUID.randomUUID();
        var published = message(UUID.randomUUID());
        var since = message(UUID.randomUUID());
        OutboxIndexes.create(documents());
        insert(document, List.of(since), LONG_PAST_DUE);
        OutboxClearing.clear(
                documents(), List.of(new PendingDocument(FACTS, document, List.of(published))));
        assertThat(messagesOf(document)).containsExactly(since.id());
        insertMore(document, published);
        OutboxClearing.clear(
                documents(), List.of(new PendingDocument(FACTS, document, List.of(published))));
        assertThat(messagesOf(document)).containsExactly(since.id());
        OutboxClearing.clear(
                documents(), List.of(new PendingDocument(FACTS, document, List.of(since))));
        assertThat(documents().find(eq("_id", document)).first()).containsOnlyKeys("_id");
    }

    @Test
    void aClaimKeepsOtherSweepersAwayUntilItRunsOut() {
        OutboxIndexes.create(documents());
        var _ = leave(LONG_PAST_DUE, UUID.randomUUID());
        assertThat(claims.claim(FACTS, 10, Duration.ofHours(1))).hasSize(1);
        assertThat(claims.claim(FACTS, 10, Duration.ofHours(1))).isEmpty();
        documents()
                .updateMany(
                        new Document(), Updates.set(OutboxFields.DUE, Date.from(LONG_PAST_DUE)));
        assertThat(claims.claim(FACTS, 10, Duration.ofHours(1))).hasSize(1);
    }

    @Test
    void aMessageTheBrokerWillNeverTakeIsBlockedWithItsReasonAndHindersNoOther() throws Exception {
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
        var after = message(UUID.randomUUID());
        var document = UUID.randomUUID();
        insert(document, List.of(huge, after), LONG_PAST_DUE);
        var neighbour = leave(LONG_PAST_DUE, UUID.randomUUID());
        startRelay();
        var published = topic.await(2, _ -> true);
        assertThat(published)
                .extracting(record -> Topic.header(record, EventCodec.ID))
                .containsExactlyInAnyOrder(after.id().toString(), neighbour.id().toString());
        awaitNothingWaiting();
        assertThat(blockedMessages.list(FACTS, 10))
                .singleElement()
                .satisfies(blocked -> {
                    assertThat(blocked.eventId()).isEqualTo(huge.id());
                    assertThat(blocked.reason()).contains("TooLarge");
                });
        limitTopicTo(1_000_000);
        assertThat(blocking.retry(FACTS, document)).isTrue();
        assertThat(topic.await(3, _ -> true)).hasSize(3);
        assertThat(blockedMessages.list(FACTS, 10)).isEmpty();
    }

    /** Killed between blocking or clearing a message and unmarking its document. */
    @Test
    void aDocumentThatIsMarkedAndHasNoMessageIsUnmarkedByTheNextSweep() {
        OutboxIndexes.create(documents());
        var document = UUID.randomUUID();
        var message = leave(LONG_PAST_DUE, document);
        blocking.block(
                new PendingDocument(FACTS, document, List.of(message)), message, "too large");
        assertThat(claims.claim(FACTS, 10, Duration.ofSeconds(5))).isEmpty();
        assertThat(backlog.pending(FACTS, 10).documents()).isZero();
        assertThat(blockedMessages.list(FACTS, 10)).hasSize(1);
    }

    @Test
    void theAgeOfTheOldestCountsFromWhenItWasEnqueuedNotFromWhenItsFactWasRecorded() {
        OutboxIndexes.create(documents());
        var year = new Document("_id", UUID.randomUUID());
        var old =
                OutboxMessage.of(
                        Examples.SALE, topic.name(), Instant.parse("2020-03-01T03:15:01Z"), null);
        Outbox.enqueue(year, List.of(old), clock.instant(), clock.instant());
        documents().insertOne(year);
        assertThat(backlog.pending(FACTS, 10).oldest())
                .isAfter(clock.instant().minus(Duration.ofMinutes(1)));
    }

    @Test
    void whileTheBrokerIsAwayNothingIsGivenUpAndMemoryIsBounded() {
        var unreachable =
                new OutboxRelay(
                        template("127.0.0.1:1"),
                        mongo,
                        clock,
                        SETTINGS,
                        "test",
                        new SimpleMeterRegistry());
        relays.add(unreachable);
        unreachable.watch(FACTS);
        unreachable.start();
        var left =
                IntStream.range(0, 3_000)
                        .mapToObj(_ -> {
                            var message = message(UUID.randomUUID());
                            var document = UUID.randomUUID();
                            insert(document, List.of(message), Instant.now());
                            unreachable.signal(
                                    List.of(
                                            new PendingDocument(
                                                    FACTS, document, List.of(message))));
                            return message;
                        })
                        .toList();
        assertThat(unreachable.taken())
                .isLessThanOrEqualTo(SETTINGS.waiting() + SETTINGS.inFlight() + 1);
        assertThat(blockedMessages.list(FACTS, 10)).isEmpty();
        assertThat(backlog.pending(FACTS, 10_000).documents()).isEqualTo(left.size());
        unreachable.stop();
        documents()
                .updateMany(
                        new Document(), Updates.set(OutboxFields.DUE, Date.from(LONG_PAST_DUE)));
        startRelay();
        awaitNothingWaiting();
        assertThat(topic.all())
                .extracting(record -> Topic.header(record, EventCodec.ID))
                .containsAll(ids(left));
    }

    @Test
    void whatTravelsIsACloudEvent() {
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var message =
                OutboxMessage.of(
                        Examples.SALE, topic.name(), Instant.parse("2026-03-01T03:15:01Z"), trace);
        insert(UUID.randomUUID(), List.of(message), LONG_PAST_DUE);
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
                        mongo,
                        clock,
                        SETTINGS,
                        "test",
                        new SimpleMeterRegistry());
        relays.add(relay);
        relay.watch(FACTS);
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
        return mongo.getCollection(FACTS);
    }

    private OutboxMessage leave(Instant due, UUID document) {
        var message = message(UUID.randomUUID());
        insert(document, List.of(message), due);
        return message;
    }

    private OutboxMessage message(UUID id) {
        return new OutboxMessage(
                id, topic.name(), "SaleCompleted", "key", id.toString(), Instant.now(), null, "{}");
    }

    private void insert(UUID id, List<OutboxMessage> messages, Instant due) {
        var document = new Document("_id", id);
        Outbox.enqueue(document, messages, Instant.now(), due);
        documents().insertOne(document);
    }

    private void insertMore(UUID id, OutboxMessage message) {
        documents()
                .updateOne(
                        eq("_id", id),
                        Updates.push(OutboxFields.OUTBOX, MessageDocuments.of(message)));
    }

    private List<UUID> messagesOf(UUID document) {
        return MessageDocuments.in(documents().find(eq("_id", document)).first()).stream()
                .map(OutboxMessage::id)
                .toList();
    }

    private static List<String> ids(List<OutboxMessage> messages) {
        return messages.stream().map(message -> message.id().toString()).toList();
    }

    private void awaitNothingWaiting() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> backlog.pending(FACTS, 10_000).documents() == 0);
    }
}
