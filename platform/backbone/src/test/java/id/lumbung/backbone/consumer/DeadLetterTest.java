package id.lumbung.backbone.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.event.Examples;
import id.lumbung.backbone.testkit.Backends;
import id.lumbung.backbone.testkit.Topic;
import id.lumbung.edge.problem.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

class DeadLetterTest {

    private static final int SMALL = 400;
    private static final int LARGE = 10_000;

    private final String topic = "intake-" + UUID.randomUUID();
    private final Topic letters = new Topic(topic + ".test.dlt");
    private final List<ReceivedEvent> taken = new ArrayList<>();
    private final MongoClient client =
            MongoClients.create(
                    MongoClientSettings.builder()
                            .applyConnectionString(new ConnectionString(Backends.mongodb()))
                            .uuidRepresentation(UuidRepresentation.STANDARD)
                            .build());
    private final MongoTemplate mongo =
            new MongoTemplate(
                    new SimpleMongoClientDatabaseFactory(client, "intake-" + UUID.randomUUID()));
    private final KafkaTemplate<String, byte[]> kafka =
            new KafkaTemplate<>(
                    new DefaultKafkaProducerFactory<>(
                            Map.of("bootstrap.servers", Backends.kafka()),
                            new StringSerializer(),
                            new ByteArraySerializer()));

    @BeforeEach
    void createTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Backends.kafka()))) {
            admin.createTopics(List.of(new NewTopic(letters.name(), 1, (short) 1))).all().get();
        }
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aDeadLetterCarriesBytesHeadersPositionAndCauseAndIsTakenAfterTheMending() {
        var padded = EventCodec.write(Examples.SALE) + " ".repeat(SMALL);
        intake(SMALL)
                .take(
                        "test",
                        List.of(record(7, padded), record(8, EventCodec.write(Examples.SALE))),
                        this::take);
        assertThat(taken).extracting(ReceivedEvent::event).containsExactly(Examples.SALE);
        var letter = letters.await(1, _ -> true).getFirst();
        assertThat(new String(letter.value(), UTF_8)).isEqualTo(padded);
        assertThat(Topic.header(letter, EventCodec.TYPE)).isEqualTo("SaleCompleted");
        assertThat(Topic.header(letter, "dlt_topic")).isEqualTo(topic);
        assertThat(Topic.header(letter, "dlt_partition")).isEqualTo("3");
        assertThat(Topic.header(letter, "dlt_offset")).isEqualTo("7");
        assertThat(Topic.header(letter, "dlt_cause")).contains("too large");

        var file = file(SMALL);
        file.file(letter);
        file.file(letter);
        assertThat(file.open()).isEqualTo(1);
        var id = topic + "-3-7";
        assertThatThrownBy(() -> file.replay(id))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("too large");
        assertThat(file.open()).isEqualTo(1);

        taken.clear();
        var mended = file(LARGE);
        assertThat(mended.replay(id).state()).isEqualTo(DeadLetterStore.State.CLOSED);
        assertThat(taken).extracting(ReceivedEvent::event).containsExactly(Examples.SALE);
        assertThat(mended.open()).isZero();
    }

    @Test
    void aLetterIsFiledUnderItsCooperativeAsFarAsItsValueTells() {
        var file = file(LARGE);
        var whose = UUID.randomUUID();
        var says = "{\"lines\": [{\"cooperativeId\": 5}], \"cooperativeId\": \"" + whose + "\"";
        file.file(letter(1, says + ", \"saleId\": 7}"));
        file.file(letter(2, says + ", and there it broke off"));
        file.file(letter(3, "{\"cooperativeId\": 7}"));
        file.file(letter(4, "[\"cooperativeId\", \"" + whose + "\"]"));
        file.file(letter(5, "not JSON"));
        file.file(letter(6, null));
        file.file(letter(7, "{\"cooperativeId\": \"" + UUID.randomUUID() + "\"}"));
        assertThat(file.open(whose)).isEqualTo(new DeadLetterStore.Open(2, 4));
        assertThat(file.get(topic + "-3-1").cooperativeId()).isEqualTo(whose);
        assertThat(file.get(topic + "-3-5").cooperativeId()).isNull();
        assertThat(file.replay(topic + "-3-7").state()).isEqualTo(DeadLetterStore.State.CLOSED);
        assertThat(file.open(whose)).isEqualTo(new DeadLetterStore.Open(2, 4));
    }

    private ConsumerRecord<String, byte[]> letter(long offset, String value) {
        var record =
                new ConsumerRecord<>(
                        letters.name(), 0, 0, "key", value == null ? null : value.getBytes(UTF_8));
        record.headers()
                .add(EventCodec.ID, UUID.randomUUID().toString().getBytes(UTF_8))
                .add(EventCodec.TYPE, "HarvestBought".getBytes(UTF_8))
                .add(EventCodec.TIME, "2026-01-01T00:00:00Z".getBytes(UTF_8))
                .add("dlt_topic", topic.getBytes(UTF_8))
                .add("dlt_partition", "3".getBytes(UTF_8))
                .add("dlt_offset", Long.toString(offset).getBytes(UTF_8));
        return record;
    }

    @Test
    void whereTheInfrastructureFailsNothingIsConfirmedAndNothingBecomesADeadLetter() {
        var intake = intake(LARGE);
        var records = List.of(record(1, EventCodec.write(Examples.SALE)));
        assertThatThrownBy(() ->
                        intake.take(
                                "test",
                                records,
                                _ -> {
                                    throw new IllegalStateException("the database is away");
                                }))
                .hasMessage("the database is away");
        assertThat(letters.all()).isEmpty();
    }

    private BatchConsumer intake(int largest) {
        return new BatchConsumer(new DeadLetterPublisher(kafka), largest);
    }

    private DeadLetterStore file(int largest) {
        return new DeadLetterStore(
                mongo,
                intake(largest),
                this::take,
                new AuditLog(mongo, Clock.tickMillis(ZoneOffset.UTC)),
                Clock.tickMillis(ZoneOffset.UTC),
                new SimpleMeterRegistry());
    }

    private List<String> take(List<ReceivedEvent> events) {
        taken.addAll(events);
        var none = new ArrayList<String>();
        events.forEach(_ -> none.add(null));
        return none;
    }

    private ConsumerRecord<String, byte[]> record(long offset, String value) {
        var record = new ConsumerRecord<>(topic, 3, offset, "key", value.getBytes(UTF_8));
        record.headers()
                .add(
                        EventCodec.ID,
                        EventId.of(Examples.SALE.saleId(), "SaleCompleted")
                                .toString()
                                .getBytes(UTF_8))
                .add(EventCodec.TYPE, "SaleCompleted".getBytes(UTF_8))
                .add(EventCodec.TIME, "2026-01-01T00:00:00Z".getBytes(UTF_8));
        return record;
    }
}
