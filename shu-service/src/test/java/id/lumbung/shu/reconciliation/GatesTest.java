package id.lumbung.shu.reconciliation;

import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.shu.reconciliation.Books.TIMEOUT;
import static id.lumbung.shu.reconciliation.Books.gate;
import static id.lumbung.shu.reconciliation.Books.shut;
import static id.lumbung.shu.reconciliation.ReconciledVillage.NEW_YEAR;
import static id.lumbung.shu.reconciliation.ReconciledVillage.WIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.backbone.client.ServiceClients;
import id.lumbung.backbone.consumer.DeadLetterStore;
import id.lumbung.backbone.kafka.TopicSettings;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.shu.ShuSettings;
import id.lumbung.shu.closing.FakeServices;
import id.lumbung.shu.journal.JournalEntries;
import id.lumbung.shu.journal.OutletEntries;
import id.lumbung.shu.reconciliation.Gate.Name;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.client.RestClient;

/** Each gate is shut by what should shut it, and by who does not answer. */
@ServiceTest
@Import({FakeServices.class, Books.class})
@TestPropertySource(properties = "lumbung.shu.catch-up=40s")
class GatesTest {

    @Autowired private Books books;
    @Autowired private Completeness completeness;
    @Autowired private Services services;
    @Autowired private ConsumerLag lag;
    @Autowired private JournalEntries journal;
    @Autowired private OutletEntries outlets;
    @Autowired private DeadLetterStore deadLetters;
    @Autowired private TopicSettings reading;
    @Autowired private ShuSettings settings;
    @Autowired private Clock clock;
    @Autowired private KafkaListenerEndpointRegistry listeners;
    @Autowired private RestTestClient anybody;

    private ReconciledVillage village;
    private RestTestClient board;

    @BeforeEach
    void openAVillage() {
        village = books.openVillage();
        board = Tokens.as(BOARD).in(village.cooperative).on(anybody);
    }

    @AfterEach
    void mend() {
        FakeServices.CLINIC.answers(200);
    }

    @Test
    void aServiceThatDoesNotAnswerKeepsTheGatesShutAndIsNamed() {
        awaitAllIn();
        FakeServices.CLINIC.answers(503);
        var check = check();
        assertThat(shut(check)).containsExactly(Name.PENDING, Name.BLOCKED, Name.CONTROL_TOTALS);
        assertThat(gate(check, Name.CONTROL_TOTALS).detail())
                .contains("clinic answered with status 503.")
                .doesNotContain("pharmacy answered");
        assertThat(gate(check, Name.CONTROL_TOTALS).differences()).isEmpty();
        FakeServices.CLINIC.answers(200);
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
                completeness(
                                new Services(
                                        new ServiceClients(
                                                RestClient.builder(),
                                                elsewhere.connectTimeout(),
                                                elsewhere.answerTimeout()),
                                        elsewhere),
                                lag)
                        .check(village.cooperative, WIT, NEW_YEAR, Set.of());
        assertThat(shut(check)).containsExactly(Name.PENDING, Name.BLOCKED, Name.CONTROL_TOTALS);
        assertThat(gate(check, Name.PENDING).detail())
                .isEqualTo("Not published yet: membership 0, clinic 0. pharmacy does not answer.");
    }

    @Test
    void anOpenDeadLetterShutsTheGateOfItsCooperativeAndAnUnknownOneNone() {
        awaitAllIn();
        poison("{\"cooperativeId\": \"%s\", \"saleId\": 7}".formatted(UUID.randomUUID()), 1);
        assertThat(shut(check())).isEmpty();
        poison("{\"cooperativeId\": \"%s\", \"saleId\": 7}".formatted(village.cooperative), 2);
        var ours = check();
        assertThat(shut(ours)).containsExactly(Name.DEAD_LETTERS);
        assertThat(gate(ours, Name.DEAD_LETTERS).detail())
                .isEqualTo(
                        "Open: 1 of this cooperative, 0 that do not say whose they are (control totals show whether one is ours), 0 not stored yet; 0 closed by decision.");
        books.forgetDeadLetters();
        assertThat(shut(check())).isEmpty();
        poison("not JSON", 1);
        assertThat(shut(check())).isEmpty();
        assertThat(gate(check(), Name.DEAD_LETTERS).detail())
                .contains("1 that do not say whose they are");
        books.forgetDeadLetters();
    }

    /** Membership consumes, too: a part of the surplus that was to be saved may lie there. */
    @Test
    void aDeadLetterOfAnotherServiceShutsTheGateOfItsCooperative() {
        awaitAllIn();
        FakeServices.OFFICE.holdsAside(UUID.randomUUID(), 1);
        assertThat(shut(check())).isEmpty();
        FakeServices.OFFICE.holdsAside(village.cooperative, 2);
        assertThat(shut(check())).containsExactly(Name.DEAD_LETTERS);
        assertThat(gate(check(), Name.DEAD_LETTERS).figure()).isEqualTo(2);
        assertThat(gate(check(), Name.DEAD_LETTERS).detail()).contains("At other services: 2.");
        FakeServices.OFFICE.holdsAside(village.cooperative, 0);
        assertThat(shut(check())).isEmpty();
    }

    @Test
    void aDeadLetterThatIsNotStoredYetShutsTheGate() {
        awaitAllIn();
        var storing = listeners.getListenerContainer("shu.dead-letters");
        storing.stop();
        try {
            ReconciledVillage.publish("not JSON either");
            var gate =
                    await().atMost(TIMEOUT)
                            .until(() -> gate(checkAtOnce(), Name.DEAD_LETTERS), it -> !it.holds());
            assertThat(gate.figure()).isEqualTo(1);
            assertThat(gate.detail()).contains("1 not stored yet");
        } finally {
            storing.start();
        }
    }

    @Test
    void recordsThatTheJournalHasNotConsumedShutTheGate() {
        awaitAllIn();
        var consuming = listeners.getListenerContainer("shu");
        consuming.stop();
        try {
            village.both(village.sale("2025-10-01T03:00:00Z", 4_000));
            var check = checkAtOnce();
            assertThat(gate(check, Name.CONSUMER_LAG).holds()).isFalse();
            assertThat(gate(check, Name.CONSUMER_LAG).figure()).isEqualTo(1);
            assertThat(gate(check, Name.CONSUMER_LAG).detail()).contains("lacks 1 records");
            assertThat(gate(check, Name.CONTROL_TOTALS).holds()).isFalse();
        } finally {
            consuming.start();
        }
        awaitAllIn();
        await().atMost(TIMEOUT).until(() -> check().holds());
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
            var check =
                    completeness(services, away)
                            .check(village.cooperative, WIT, NEW_YEAR, Set.of());
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
                .uri("/cooperatives/{id}/book-years/2025/gates", village.cooperative)
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
                .uri("/cooperatives/{id}/book-years/12/gates", village.cooperative)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    /** Without waiting for the journal. */
    private CompletenessCheck checkAtOnce() {
        var impatient =
                new ShuSettings(
                        settings.services(),
                        settings.connectTimeout(),
                        settings.answerTimeout(),
                        Duration.ZERO);
        return completeness(services, lag, impatient)
                .check(village.cooperative, WIT, NEW_YEAR, Set.of());
    }

    private Completeness completeness(Services services, ConsumerLag lag) {
        return completeness(services, lag, settings);
    }

    private Completeness completeness(Services services, ConsumerLag lag, ShuSettings settings) {
        return new Completeness(
                services,
                new LagGate(lag, reading, settings),
                new DeadLetterGate(lag, deadLetters, reading, settings),
                journal,
                new Comparison(journal, new StretchComparison(journal, outlets, services)),
                new SilentOutlets(outlets),
                clock);
    }

    private void poison(String value, int open) {
        ReconciledVillage.publish(value);
        await().atMost(TIMEOUT).until(() -> deadLetters.open() == open);
    }

    private void awaitAllIn() {
        books.awaitEntries(village, 0);
    }

    private CompletenessCheck check() {
        return books.check(village);
    }
}
