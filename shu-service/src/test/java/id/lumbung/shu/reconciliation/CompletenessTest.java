package id.lumbung.shu.reconciliation;

import static id.lumbung.backbone.security.Role.BOARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.backbone.consumer.DeadLetterStore;
import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.CooperativeKind;
import id.lumbung.backbone.event.Event.CooperativeRegistered;
import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.Event.VisitSettled;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.event.SavingsEvent.SavingsDeposited;
import id.lumbung.backbone.kafka.TopicSettings;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.reconciliation.CooperativeFacts.State;
import id.lumbung.backbone.reconciliation.ReconciliationSource.Line;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.backbone.testkit.Topic;
import id.lumbung.shu.ShuSettings;
import id.lumbung.shu.journal.Journal;
import id.lumbung.shu.reconciliation.Completeness.Check;
import id.lumbung.shu.reconciliation.Completeness.Gate;
import id.lumbung.shu.reconciliation.Completeness.Gate.Name;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.client.RestClient;

@ServiceTest
class CompletenessTest {

    private static final FakeService MEMBERSHIP = new FakeService("membership");
    private static final FakeService PHARMACY = new FakeService("pharmacy");
    private static final FakeService CLINIC = new FakeService("clinic");
    private static final ZoneId WIT = ZoneId.of("Asia/Jayapura");
    private static final Instant NEW_YEAR = Instant.parse("2025-12-31T15:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final UUID cooperative = UUID.randomUUID();
    private final UUID pharmacy = UUID.randomUUID();
    private final UUID clinic = UUID.randomUUID();

    @Autowired private Completeness completeness;
    @Autowired private Services services;
    @Autowired private ConsumerLag backlog;
    @Autowired private Journal journal;
    @Autowired private DeadLetterStore deadLetters;
    @Autowired private TopicSettings reading;
    @Autowired private ShuSettings settings;
    @Autowired private Clock clock;
    @Autowired private MongoOperations mongo;
    @Autowired private KafkaListenerEndpointRegistry listeners;
    @Autowired private RestTestClient board;

    @BeforeEach
    void logIn() {
        board = Tokens.as(BOARD).in(cooperative).on(board);
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("lumbung.shu.services.membership", MEMBERSHIP::url);
        properties.add("lumbung.shu.services.pharmacy", PHARMACY::url);
        properties.add("lumbung.shu.services.clinic", CLINIC::url);
        properties.add("lumbung.shu.catch-up", () -> "40s");
    }

    @BeforeEach
    void openAVillage() throws Exception {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        backlog.await("shu", reading.reads(), PATIENCE)
                                        + backlog.await(
                                                "shu.dead-letters",
                                                List.of(
                                                        "membership.shu.dlt",
                                                        "pharmacy.shu.dlt",
                                                        "clinic.shu.dlt"),
                                                PATIENCE)
                                == 0);
        forgetDeadLetters();
        both(new CooperativeRegistered(cooperative, CooperativeKind.VILLAGE, WIT.getId()));
        both(deposit("2025-03-01T00:00:00Z", 10_000));
        both(sale("2025-12-31T14:59:59Z", 5_000));
        both(sale("2025-06-01T03:00:00Z", 7_000));
        both(
                new VisitSettled(
                        cooperative,
                        UUID.randomUUID(),
                        clinic,
                        null,
                        Rupiah.of(20_000),
                        Instant.parse("2025-06-01T03:00:00Z")));
    }

    @AfterEach
    void mend() {
        List.of(MEMBERSHIP, PHARMACY, CLINIC).forEach(service -> service.answers(200));
    }

    @AfterAll
    static void close() {
        List.of(MEMBERSHIP, PHARMACY, CLINIC).forEach(FakeService::close);
    }

    @Test
    void whereBothSidesAreTheSameEveryGateHolds() {
        awaitAllIn();
        var _ = PHARMACY.asked();
        var check = check();
        assertThat(check.gates()).extracting(Gate::name).containsExactly(Name.values());
        assertThat(check.gates()).allMatch(Gate::holds).allMatch(gate -> gate.figure() == 0);
        assertThat(check.holds()).isTrue();
        assertThat(gate(check, Name.CONTROL_TOTALS).detail())
                .isEqualTo("4 facts of 4 outlet days at 3 outlets are the same on both sides.");
        assertThat(PHARMACY.asked()).isEqualTo(1);
    }

    @Test
    void whatHappenedInTheNextYearIsNotAskedAfter() {
        held(sale("2025-12-31T15:00:00Z", 5_000), State.PUBLISHED);
        held(sale("2026-01-01T15:00:00Z", 5_000), State.PENDING);
        tell(sale("2025-12-31T15:00:00Z", 6_000));
        awaitAllIn(1);
        assertThat(check().holds()).isTrue();
    }

    @Test
    void aFactThatTheJournalLacksIsNamedWithItsDayAndBothFigures() {
        var lost = sale("2025-06-01T04:00:00Z", 3_000);
        held(lost, State.PUBLISHED);
        awaitAllIn();
        var gate = gate(check(), Name.CONTROL_TOTALS);
        assertThat(gate.holds()).isFalse();
        assertThat(gate.figure()).isEqualTo(1);
        var difference = gate.differences().getFirst();
        assertThat(difference.service()).isEqualTo("pharmacy");
        assertThat(difference.outletId()).isEqualTo(pharmacy);
        assertThat(difference.day()).isEqualTo(LocalDate.of(2025, 6, 1));
        assertThat(difference.own().count()).isEqualTo(2);
        assertThat(difference.own().sum()).isEqualTo(10_000);
        assertThat(difference.journal().count()).isEqualTo(1);
        assertThat(difference.journal().sum()).isEqualTo(7_000);
        assertThat(difference.missing().first()).containsExactly(lost.factId());
        assertThat(difference.pending().count()).isZero();
        assertThat(difference.extra().count()).isZero();
        tell(lost);
        awaitAllIn(1);
        assertThat(check().holds()).isTrue();
    }

    @Test
    void pendingAndBlockedAreToldApartFromMissing() {
        var missing = sale("2025-06-01T04:00:00Z", 1_000);
        var pending = sale("2025-06-01T05:00:00Z", 1_000);
        var blocked = sale("2025-06-01T06:00:00Z", 1_000);
        held(missing, State.PUBLISHED);
        held(pending, State.PENDING);
        held(blocked, State.BLOCKED);
        awaitAllIn();
        var check = check();
        var difference = gate(check, Name.CONTROL_TOTALS).differences().getFirst();
        assertThat(difference.missing().first()).containsExactly(missing.factId());
        assertThat(difference.pending().first()).containsExactly(pending.factId());
        assertThat(difference.blocked().first()).containsExactly(blocked.factId());
        assertThat(gate(check, Name.PENDING).figure()).isEqualTo(1);
        assertThat(gate(check, Name.PENDING).holds()).isFalse();
        assertThat(gate(check, Name.PENDING).detail())
                .isEqualTo("Not published yet: membership 0, pharmacy 1, clinic 0.");
        assertThat(gate(check, Name.BLOCKED).figure()).isEqualTo(1);
        assertThat(gate(check, Name.BLOCKED).holds()).isFalse();
    }

    @Test
    void aFactThatWasToldAndIsBlockedNonethelessShutsItsGateAlone() {
        both(sale("2025-06-01T06:00:00Z", 1_000), State.BLOCKED);
        awaitAllIn();
        assertThat(shut(check())).containsExactly(Name.BLOCKED);
    }

    @Test
    void anotherAmountIsADifferenceEvenWhereTheSumsAreEqual() {
        var one = sale("2025-07-01T03:00:00Z", 1_000);
        var other = sale("2025-07-01T04:00:00Z", 2_000);
        tell(one);
        tell(other);
        held(withTotal(one, 2_000), State.PUBLISHED);
        held(withTotal(other, 1_000), State.PUBLISHED);
        awaitAllIn(2);
        var difference = gate(check(), Name.CONTROL_TOTALS).differences().getFirst();
        assertThat(difference.own().sum()).isEqualTo(difference.journal().sum());
        assertThat(difference.differing().count()).isEqualTo(2);
        assertThat(difference.differing().first()).containsExactly(one.factId(), other.factId());
        assertThat(difference.missing().count()).isZero();
    }

    @Test
    void entriesOfAnOutletThatNoServiceKnowsAreADifference() {
        var unheardOf = UUID.randomUUID();
        var sale =
                new SaleCompleted(
                        cooperative,
                        UUID.randomUUID(),
                        unheardOf,
                        null,
                        Rupiah.of(9_000),
                        null,
                        Instant.parse("2025-08-01T03:00:00Z"));
        tell(sale);
        awaitAllIn(1);
        var check = check();
        assertThat(shut(check)).containsExactly(Name.CONTROL_TOTALS);
        var difference = gate(check, Name.CONTROL_TOTALS).differences().getFirst();
        assertThat(difference.outletId()).isEqualTo(unheardOf);
        assertThat(difference.own().count()).isZero();
        assertThat(difference.extra().first()).containsExactly(sale.factId());
    }

    @Test
    void anEmptyJournalIsNamedDayByDayWithinBoundsAndInFewCalls() {
        IntStream.range(0, 250)
                .forEach(i ->
                        held(
                                sale(
                                        i < 150
                                                ? "2025-09-01T03:00:00Z"
                                                : LocalDate.of(2025, 1, 1).plusDays(i)
                                                        + "T03:00:00Z",
                                        1_000),
                                State.PUBLISHED));
        awaitAllIn();
        var _ = PHARMACY.asked();
        var gate = gate(check(), Name.CONTROL_TOTALS);
        assertThat(gate.figure()).isEqualTo(100);
        assertThat(gate.differences()).hasSize(100);
        var full =
                gate.differences().stream()
                        .filter(it -> it.day().equals(LocalDate.of(2025, 9, 1)))
                        .findFirst()
                        .orElseThrow();
        assertThat(full.missing().count()).isEqualTo(151);
        assertThat(full.missing().first()).hasSize(100);
        assertThat(PHARMACY.asked()).isEqualTo(2);
    }

    @Test
    void aServiceThatDoesNotAnswerKeepsTheGatesShutAndIsNamed() {
        awaitAllIn();
        CLINIC.answers(503);
        var check = check();
        assertThat(shut(check)).containsExactly(Name.PENDING, Name.BLOCKED, Name.CONTROL_TOTALS);
        assertThat(gate(check, Name.CONTROL_TOTALS).detail())
                .contains("clinic answered with status 503.")
                .doesNotContain("pharmacy answered");
        assertThat(gate(check, Name.CONTROL_TOTALS).differences()).isEmpty();
        CLINIC.answers(200);
        assertThat(check().holds()).isTrue();
    }

    @Test
    void whereNobodyListensAtAServicesAddressItIsNamed() {
        awaitAllIn();
        var gone = new FakeService("gone");
        var url = gone.url();
        gone.close();
        var elsewhere =
                new ShuSettings(
                        new ShuSettings.Services(
                                settings.services().membership(),
                                URI.create(url),
                                settings.services().clinic()),
                        settings.connectTimeout(),
                        settings.answerTimeout(),
                        settings.catchUp());
        var check =
                completeness(new Services(RestClient.builder(), elsewhere), backlog)
                        .check(cooperative, WIT, NEW_YEAR, Set.of());
        assertThat(shut(check)).containsExactly(Name.PENDING, Name.BLOCKED, Name.CONTROL_TOTALS);
        assertThat(gate(check, Name.PENDING).detail())
                .isEqualTo("Not published yet: membership 0, clinic 0. pharmacy does not answer.");
    }

    @Test
    void anOpenDeadLetterShutsTheGateOfItsCooperativeAndAnUnknownOneNone() {
        awaitAllIn();
        poison("{\"cooperativeId\": \"%s\", \"saleId\": 7}".formatted(UUID.randomUUID()), 1);
        assertThat(shut(check())).isEmpty();
        poison("{\"cooperativeId\": \"%s\", \"saleId\": 7}".formatted(cooperative), 2);
        var ours = check();
        assertThat(shut(ours)).containsExactly(Name.DEAD_LETTERS);
        assertThat(gate(ours, Name.DEAD_LETTERS).detail())
                .isEqualTo(
                        "Open: 1 of this cooperative, 0 that do not say whose they are (control totals show whether one is ours), 0 not stored yet; 0 closed by decision.");
        forgetDeadLetters();
        assertThat(shut(check())).isEmpty();
        poison("not JSON", 1);
        assertThat(shut(check())).isEmpty();
        assertThat(gate(check(), Name.DEAD_LETTERS).detail())
                .contains("1 that do not say whose they are");
        forgetDeadLetters();
    }

    @Test
    void aDeadLetterThatIsNotFiledYetShutsTheGate() {
        awaitAllIn();
        var filing = listeners.getListenerContainer("shu.dead-letters");
        filing.stop();
        try {
            tell("SaleCompleted", UUID.randomUUID(), "not JSON either");
            var gate = gate(checkAtOnce(), Name.DEAD_LETTERS);
            assertThat(gate.holds()).isFalse();
            assertThat(gate.figure()).isEqualTo(1);
            assertThat(gate.detail()).contains("1 not stored yet");
        } finally {
            filing.start();
        }
    }

    @Test
    void recordsThatTheJournalHasNotTakenInShutTheGate() {
        awaitAllIn();
        var taking = listeners.getListenerContainer("shu");
        taking.stop();
        try {
            both(sale("2025-10-01T03:00:00Z", 4_000));
            var check = checkAtOnce();
            assertThat(gate(check, Name.CONSUMER_LAG).holds()).isFalse();
            assertThat(gate(check, Name.CONSUMER_LAG).figure()).isEqualTo(1);
            assertThat(gate(check, Name.CONSUMER_LAG).detail()).contains("lacks 1 records");
            assertThat(gate(check, Name.CONTROL_TOTALS).holds()).isFalse();
        } finally {
            taking.start();
        }
        awaitAllIn();
        await().atMost(PATIENCE).until(() -> check().holds());
    }

    @Test
    void aBrokerThatIsAwayShutsTheGatesThatNeedIt() {
        awaitAllIn();
        try (var away =
                new ConsumerLag(
                        () ->
                                Admin.create(
                                        Map.of(
                                                "bootstrap.servers",
                                                "127.0.0.1:1",
                                                "default.api.timeout.ms",
                                                500,
                                                "request.timeout.ms",
                                                500)),
                        Duration.ofSeconds(1))) {
            var check = completeness(services, away).check(cooperative, WIT, NEW_YEAR, Set.of());
            assertThat(shut(check)).containsExactly(Name.CONSUMER_LAG, Name.DEAD_LETTERS);
            assertThat(gate(check, Name.CONSUMER_LAG).detail()).contains("The broker does not say");
        }
    }

    @Test
    void aCooperativeThatIsNotRegisteredIsNotComplete() {
        var check = completeness.check(UUID.randomUUID(), WIT, NEW_YEAR, Set.of());
        assertThat(shut(check)).containsExactly(Name.REGISTERED);
    }

    @Test
    void theGatesOfABookYearAreShownInTheCooperativesOwnZone() {
        awaitAllIn();
        board.get()
                .uri("/cooperatives/{id}/book-years/2025/gates", cooperative)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.holds")
                .isEqualTo(true)
                .jsonPath("$.gates[0].name")
                .isEqualTo("REGISTERED")
                .jsonPath("$.gates[0].detail")
                .isEqualTo("The cooperative is registered, in the zone Asia/Jayapura.")
                .jsonPath("$.gates[5].detail")
                .isEqualTo("4 facts of 4 outlet days at 3 outlets are the same on both sides.");
        board.get()
                .uri("/cooperatives/{id}/book-years/12/gates", cooperative)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private Check check() {
        return completeness.check(cooperative, WIT, NEW_YEAR, Set.of());
    }

    /** Without waiting for the journal. */
    private Check checkAtOnce() {
        var impatient =
                new ShuSettings(
                        settings.services(),
                        settings.connectTimeout(),
                        settings.answerTimeout(),
                        Duration.ZERO);
        return completeness(services, backlog, impatient)
                .check(cooperative, WIT, NEW_YEAR, Set.of());
    }

    private Completeness completeness(Services services, ConsumerLag backlog) {
        return completeness(services, backlog, settings);
    }

    private Completeness completeness(
            Services services, ConsumerLag backlog, ShuSettings settings) {
        return new Completeness(
                services,
                backlog,
                deadLetters,
                journal,
                new Comparison(journal, new StretchComparison(journal, services)),
                new SilentOutlets(journal),
                reading,
                settings,
                clock);
    }

    private static Gate gate(Check check, Name name) {
        return check.gates().stream().filter(gate -> gate.name() == name).findFirst().orElseThrow();
    }

    private static List<Name> shut(Check check) {
        return check.gates().stream().filter(gate -> !gate.holds()).map(Gate::name).toList();
    }

    private SaleCompleted sale(String at, long total) {
        return new SaleCompleted(
                cooperative,
                UUID.randomUUID(),
                pharmacy,
                null,
                Rupiah.of(total),
                null,
                Instant.parse(at));
    }

    private static SaleCompleted withTotal(SaleCompleted sale, long total) {
        return new SaleCompleted(
                sale.cooperativeId(),
                sale.saleId(),
                sale.outletId(),
                null,
                Rupiah.of(total),
                null,
                sale.at());
    }

    private SavingsDeposited deposit(String at, long amount) {
        return new SavingsDeposited(
                cooperative,
                UUID.randomUUID(),
                UUID.randomUUID(),
                SavingsKind.MANDATORY,
                Rupiah.of(amount),
                Instant.parse(at));
    }

    /** Written at its service, and told. */
    private void both(Event event) {
        both(event, State.PUBLISHED);
    }

    private void both(Event event, State state) {
        held(event, state);
        tell(event);
    }

    private void held(Event event, State state) {
        switch (event) {
            case SaleCompleted it -> held(PHARMACY, it.outletId(), it, it.at(), it.total(), state);
            case VisitSettled it -> held(CLINIC, it.outletId(), it, it.at(), it.paid(), state);
            case SavingsDeposited it ->
                    held(MEMBERSHIP, cooperative, it, it.at(), it.amount(), state);
            case CooperativeRegistered it ->
                    held(MEMBERSHIP, cooperative, it, RECORDED_AT, Rupiah.ZERO, state);
            default -> throw new IllegalArgumentException("Not in this village: " + event);
        }
    }

    private static final Instant RECORDED_AT = Instant.parse("2026-01-05T00:00:00Z");

    private void held(
            FakeService at, UUID outlet, Event event, Instant when, Rupiah amount, State state) {
        at.holds(
                cooperative,
                outlet,
                new Line(
                        EventId.of(event.factId(), EventCodec.type(event)),
                        event.factId(),
                        when,
                        amount.amount()),
                state);
    }

    private static void tell(Event event) {
        tell(
                EventCodec.type(event),
                EventId.of(event.factId(), EventCodec.type(event)),
                EventCodec.write(event));
    }

    private static void tell(String type, UUID id, String value) {
        var record = new ProducerRecord<>("pharmacy", id.toString(), value.getBytes(UTF_8));
        record.headers()
                .add(EventCodec.ID, id.toString().getBytes(UTF_8))
                .add(EventCodec.TYPE, type.getBytes(UTF_8))
                .add(EventCodec.TIME, RECORDED_AT.toString().getBytes(UTF_8));
        new Topic("pharmacy").send(List.of(record));
    }

    private void poison(String value, int open) {
        tell("SaleCompleted", UUID.randomUUID(), value);
        await().atMost(PATIENCE).until(() -> deadLetters.open() == open);
    }

    private void forgetDeadLetters() {
        var _ = mongo.getCollection("deadLetters").deleteMany(new Document());
    }

    private void awaitAllIn() {
        awaitAllIn(0);
    }

    /** Until the village of the beginning is journalled, and so many facts more. */
    private void awaitAllIn(int more) {
        await().atMost(PATIENCE)
                .until(() ->
                        mongo.getCollection("journal")
                                        .countDocuments(new Document("cooperativeId", cooperative))
                                >= 5 + more);
    }
}
