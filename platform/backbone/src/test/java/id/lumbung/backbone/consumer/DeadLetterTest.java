package id.lumbung.backbone.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketOpenException;
import com.mongodb.ServerAddress;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.event.CauseCode;
import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.Examples;
import id.lumbung.backbone.kafka.TopicSettings;
import id.lumbung.backbone.testkit.Backends;
import id.lumbung.backbone.testkit.Topic;
import id.lumbung.edge.problem.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.util.unit.DataSize;

class DeadLetterTest {

    private static final TopicSettings TOPICS =
            new TopicSettings(
                    List.of("test"),
                    List.of(),
                    "test",
                    1,
                    (short) 1,
                    Duration.ofDays(30),
                    DataSize.ofKilobytes(256));
    private static final int SMALL = 400;
    private static final int LARGE = 10_000;

    private final String topic = "consumer-" + UUID.randomUUID();
    private final Topic letters = new Topic(topic + ".test.dlt");
    private final SampleRecords sample = new SampleRecords(topic, letters.name());
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ConsumerStalls stalls = new ConsumerStalls(meters);
    private final List<ReceivedEvent> taken = Collections.synchronizedList(new ArrayList<>());
    private final ConsumerBackends backends = new ConsumerBackends();
    private final MongoTemplate mongo = backends.mongo();
    private final KafkaTemplate<String, byte[]> kafka = backends.kafka();
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    private final DeadLetterStore store = new DeadLetterStore(mongo, clock, meters);

    @BeforeEach
    void createTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Backends.kafka()))) {
            admin.createTopics(List.of(new NewTopic(letters.name(), 1, (short) 1))).all().get();
        }
    }

    @AfterEach
    void close() {
        backends.close();
    }

    @Test
    void aDeadLetterCarriesBytesHeadersPositionAndCauseAndIsConsumedAfterTheFix() {
        var padded = EventCodec.write(Examples.SALE) + " ".repeat(SMALL);
        consumer(SMALL, this::handle)
                .consume(
                        List.of(
                                sample.record(7, padded),
                                sample.record(8, EventCodec.write(Examples.SALE))));
        assertThat(taken).extracting(ReceivedEvent::event).containsExactly(Examples.SALE);
        var letter = letters.await(1, _ -> true).getFirst();
        assertThat(new String(letter.value(), UTF_8)).isEqualTo(padded);
        assertThat(Topic.header(letter, EventCodec.TYPE)).isEqualTo("SaleCompleted");
        assertThat(Topic.header(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC)).isEqualTo(topic);
        assertThat(DeadLetterHeaders.place(letter.headers())).isEqualTo(topic + "-3-7");
        assertThat(Topic.header(letter, DeadLetterHeaders.CAUSE)).isEqualTo("TOO_LARGE");
        assertThat(Topic.header(letter, KafkaHeaders.DLT_EXCEPTION_MESSAGE)).contains("too large");

        store.store(letter);
        store.store(letter);
        assertThat(store.open()).isEqualTo(1);
        var id = topic + "-3-7";
        assertThatThrownBy(() -> replay(SMALL).replay(id))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("too large");
        assertThat(store.open()).isEqualTo(1);

        taken.clear();
        assertThat(replay(LARGE).preview(id).outcome()).isEqualTo(Preview.Result.WOULD_BE_TAKEN);
        assertThat(taken).isEmpty();
        assertThat(replay(LARGE).replay(id).state()).isEqualTo(DeadLetter.State.CLOSED);
        assertThat(taken).extracting(ReceivedEvent::event).containsExactly(Examples.SALE);
        assertThat(store.open()).isZero();
    }

    @Test
    void aLetterIsStoredUnderItsCooperativeAsFarAsItsValueSays() {
        var whose = UUID.randomUUID();
        var says = "{\"lines\": [{\"cooperativeId\": 5}], \"cooperativeId\": \"" + whose + "\"";
        store.store(sample.letter(1, says + ", \"saleId\": 7}"));
        store.store(sample.letter(2, says + ", and there it broke off"));
        store.store(sample.letter(3, "{\"cooperativeId\": 7}"));
        store.store(sample.letter(4, "[\"cooperativeId\", \"" + whose + "\"]"));
        store.store(sample.letter(5, "not JSON"));
        store.store(sample.letter(6, null));
        store.store(sample.letter(7, "{\"cooperativeId\": \"" + UUID.randomUUID() + "\"}"));
        assertThat(store.open(whose)).isEqualTo(new DeadLetterStore.Open(2, 4, 0));
        assertThat(get(topic + "-3-1").cooperativeId()).isEqualTo(whose);
        assertThat(get(topic + "-3-5").cooperativeId()).isNull();
        assertThat(replay(LARGE).replay(topic + "-3-7").state()).isEqualTo(DeadLetter.State.CLOSED);
        assertThat(store.open(whose)).isEqualTo(new DeadLetterStore.Open(2, 4, 0));
    }

    @Test
    void whereTheInfrastructureFailsNothingIsConfirmedAndNothingBecomesADeadLetter() {
        var records = List.of(sample.record(1, EventCodec.write(Examples.SALE)));
        assertThatThrownBy(() ->
                        consumer(
                                        LARGE,
                                        _ -> {
                                            throw new MongoSocketOpenException(
                                                    "the database is away",
                                                    new ServerAddress(),
                                                    new IOException());
                                        })
                                .consume(records))
                .hasMessage("the database is away");
        assertThat(letters.all()).isEmpty();
        assertThat(stalls.now())
                .singleElement()
                .satisfies(stall -> {
                    assertThat(stall.partition()).hasToString(topic + "-3");
                    assertThat(stall.offset()).isEqualTo(1);
                    assertThat(stall.failure()).isEqualTo("IOException");
                });
        assertThat(meters.get("lumbung.consumer.retries").counter().count()).isEqualTo(1);
        assertThat(new ConsumerHealth(stalls).health().getDetails().toString())
                .contains(topic + "-3", "offset 1", "IOException");

        consumer(LARGE, this::handle).consume(records);
        assertThat(stalls.now()).isEmpty();
        assertThat(new ConsumerHealth(stalls).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void anEventThatNothingCanBeMadeOfBecomesADeadLetterAndItsNeighboursGoOn() {
        var records =
                List.of(
                        sample.record(1, EventCodec.write(Examples.SALE)),
                        sample.record(2, EventCodec.write(Examples.SALE).replace("12500", "666")),
                        sample.record(3, EventCodec.write(Examples.SALE)));
        consumer(
                        LARGE,
                        events -> {
                            if (events.stream().anyMatch(DeadLetterTest::isPoison)) {
                                throw new ArithmeticException("long overflow");
                            }
                            return handle(events);
                        })
                .consume(records);
        assertThat(taken).hasSize(2);
        var letter = letters.await(1, _ -> true).getFirst();
        assertThat(DeadLetterHeaders.place(letter.headers())).isEqualTo(topic + "-3-2");
        assertThat(Topic.header(letter, DeadLetterHeaders.CAUSE)).isEqualTo("NOT_CONSUMABLE");
        assertThat(stalls.now()).isEmpty();
    }

    private static boolean isPoison(ReceivedEvent event) {
        return event.event() instanceof Event.SaleCompleted sale && sale.total().amount() == 666;
    }

    /** As large as the producer takes, and larger: what its own client refuses before sending. */
    @Test
    void aDeadLetterThatIsTooLargeIsKeptWithoutItsValueOrWithItsPlaceAlone() {
        var value = sample.record(1, "x".repeat(1_200_000));
        var headers = sample.record(2, "x");
        headers.headers().add("ce_long", new byte[1_200_000]);
        var key = new ConsumerRecord<>(topic, 3, 3, "k".repeat(1_200_000), "x".getBytes(UTF_8));
        consumer(SMALL, this::handle)
                .consume(
                        List.of(
                                value,
                                headers,
                                key,
                                sample.record(4, EventCodec.write(Examples.SALE))));
        assertThat(taken).hasSize(1);
        assertThat(letters.await(3, _ -> true))
                .allSatisfy(letter -> assertThat(letter.value()).isNull())
                .extracting(letter ->
                        DeadLetterHeaders.place(letter.headers())
                                + " "
                                + Topic.header(letter, DeadLetterHeaders.OMITTED))
                .containsExactlyInAnyOrder(
                        topic + "-3-1 value",
                        topic + "-3-2 key, headers and value",
                        topic + "-3-3 key, headers and value");
        letters.all().forEach(store::store);
        assertThat(store.open()).isEqualTo(3);
    }

    /** Larger than the parts that a batch is worked on in, by several threads. */
    @Test
    void ofALargeBatchOnlyBadRecordsBecomeDeadLettersWhereverTheyStand() {
        consumer(LARGE, events -> events.stream().map(this::handleOrRefuse).toList())
                .consume(largeBatch());
        assertThat(taken).hasSize(1_696);
        assertThat(letters.await(4, _ -> true))
                .extracting(letter -> DeadLetterHeaders.place(letter.headers()))
                .containsExactly(
                        topic + "-3-0", topic + "-3-499", topic + "-3-1000", topic + "-3-1699");
    }

    @Test
    void ofALargeBatchNothingIsConfirmedWhereOneOfItsPartsMeetsAnOutage() {
        var isAway = new AtomicBoolean(true);
        var consumer =
                consumer(
                        LARGE,
                        events -> {
                            if (isAway.get()
                                    && events.stream().anyMatch(DeadLetterTest::isPoison)) {
                                throw new MongoSocketOpenException(
                                        "the database is away",
                                        new ServerAddress(),
                                        new IOException());
                            }
                            return handle(events);
                        });
        assertThatThrownBy(() -> consumer.consume(largeBatch())).hasMessage("the database is away");
        assertThat(letters.all()).isEmpty();

        isAway.set(false);
        taken.clear();
        consumer.consume(largeBatch());
        assertThat(taken).hasSize(1_698);
        assertThat(letters.await(2, _ -> true)).hasSize(2);
    }

    /** At the edges of parts: the first and the 1,000th are not readable, two are poison. */
    private List<ConsumerRecord<String, byte[]>> largeBatch() {
        var sale = EventCodec.write(Examples.SALE);
        return IntStream.range(0, 1_700)
                .mapToObj(offset ->
                        sample.record(
                                offset,
                                switch (offset) {
                                    case 0, 1_000 -> "not JSON";
                                    case 499, 1_699 -> sale.replace("12500", "666");
                                    default -> sale;
                                }))
                .toList();
    }

    private Outcome handleOrRefuse(ReceivedEvent event) {
        return isPoison(event)
                ? new Outcome.Refused(CauseCode.OTHER_CONTENT_UNDER_ID, "poison")
                : handle(List.of(event)).getFirst();
    }

    private BatchConsumer consumer(int maxBytes, EventHandler handler) {
        return new BatchConsumer(
                new EventReader(maxBytes), handler, new DeadLetterPublisher(kafka, TOPICS), stalls);
    }

    /** A poison of 240 KB, replayed fifty times: one letter, no larger than at first. */
    @Test
    void howeverOftenALetterIsReplayedItStaysOneOfTheSameSizeWithItsFirstCause() {
        var poison = sample.record(5, "x".repeat(240 * 1024));
        consumer(LARGE, this::handle).consume(List.of(poison));
        store.store(letters.await(1, _ -> true).getFirst());
        var id = topic + "-3-5";
        var size = size(id);
        for (var i = 0; i < 50; i++) {
            assertThatThrownBy(() -> replay(300 * 1024).replay(id)).isInstanceOf(Refusal.class);
        }
        var letter = get(id);
        assertThat(letter.attempts()).isEqualTo(50);
        assertThat(letter.causeCode()).isEqualTo("NOT_JSON");
        assertThat(letter.firstCause()).contains("too large");
        assertThat(size(id)).isBetween(size - 2_048, size + 2_048);
        assertThat(letters.all()).hasSize(1);
        assertThat(store.open()).isEqualTo(1);
    }

    /** Two operators press the button for all, five times within a second. */
    @Test
    void ofManyReplaysAtOnceOneIsUnderWay() throws Exception {
        store.store(sample.letter(1, "{\"cooperativeId\": \"" + UUID.randomUUID() + "\"}"));
        var handled = new AtomicInteger();
        var most = new AtomicInteger();
        var replay =
                replay(
                        LARGE,
                        events -> {
                            most.accumulateAndGet(handled.incrementAndGet(), Math::max);
                            LockSupport.parkNanos(200_000_000L);
                            handled.decrementAndGet();
                            return List.of(new Outcome.Refused(CauseCode.TYPE_UNKNOWN, "Not yet."));
                        });
        var all = new DeadLetterFilter(DeadLetter.State.OPEN, null, null, null, null, null);
        var asked = new ArrayList<Future<List<DeadLetterReplay.Result>>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 10; i++) {
                asked.add(callers.submit(() -> replay.replayAll(all, 500, false)));
            }
        }
        var outcomes = new ArrayList<String>();
        for (var one : asked) {
            one.get().forEach(result -> outcomes.add(result.outcome()));
        }
        assertThat(most).hasValue(1);
        assertThat(outcomes).containsOnly("STILL_REFUSED", "UNDER_REPLAY");
        assertThat(store.open()).isEqualTo(1);
        assertThat(get(topic + "-3-1").attempts())
                .isEqualTo(Collections.frequency(outcomes, "STILL_REFUSED"));
        assertThat(letters.all()).isEmpty();
    }

    @Test
    void aBulkReplayStopsAfterTwentyRefusalsInARow() {
        for (var i = 0; i < 30; i++) {
            store.store(sample.letter(100 + i, "not JSON"));
        }
        var all = new DeadLetterFilter(DeadLetter.State.OPEN, null, null, topic, null, true);
        var unable =
                replay(
                        LARGE,
                        _ -> List.of(new Outcome.Refused(CauseCode.TYPE_UNKNOWN, "Not yet.")));
        assertThat(unable.replayAll(all, 500, false)).hasSize(20);
        assertThat(replay(LARGE).replayAll(all, 500, true)).hasSize(30);
        assertThat(replay(LARGE).replayAll(all, 25, false)).hasSize(25);
        assertThat(store.open()).isEqualTo(5);
    }

    private long size(String id) {
        return store.document(id).orElseThrow().toString().length();
    }

    private DeadLetter get(String id) {
        return StoredDeadLetter.read(store.document(id).orElseThrow());
    }

    private DeadLetterReplay replay(int maxBytes) {
        return replay(maxBytes, this::handle);
    }

    private DeadLetterReplay replay(int maxBytes, EventHandler handler) {
        return new DeadLetterReplay(
                store,
                new EventReader(maxBytes),
                consumer(maxBytes, handler),
                handler,
                new AuditLog(mongo, clock),
                clock);
    }

    private List<Outcome> handle(List<ReceivedEvent> events) {
        taken.addAll(events);
        return events.stream().<Outcome>map(_ -> Outcome.CONSUMED).toList();
    }
}
