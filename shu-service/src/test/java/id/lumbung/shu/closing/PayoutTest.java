package id.lumbung.shu.closing;

import static id.lumbung.backbone.security.Role.SERVICE;
import static id.lumbung.shu.closing.FakeServices.OFFICE;
import static id.lumbung.shu.closing.FakeServices.PHARMACY;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.event.SavingsEvent.SavingsDeposited;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.backbone.testkit.Topic;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.closing.surplus.DividedYears;
import id.lumbung.shu.closing.surplus.OpenReversals;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What a divided year gives is paid, once, and taken back where that was a mistake. */
@ServiceTest
@Import(FakeServices.class)
class PayoutTest {

    private static final Map<String, Object> ALL_BY_PATRONAGE =
            Map.of("preset", "textbook", "funds", Map.of("PATRONAGE", 10_000));

    @Autowired private RestTestClient http;
    @Autowired private OpenReversals open;
    @Autowired private DividedYears years;

    private Meeting meeting;

    @BeforeEach
    void aCooperative() {
        meeting = new Meeting(http, OFFICE, PHARMACY);
    }

    @AfterEach
    void mend() {
        OFFICE.answersReversals(200, "");
    }

    private static Map<String, String> by(String method) {
        return Map.of("method", method, "at", Instant.now().toString());
    }

    @Test
    void whatIsDueIsPaidOnceAndTheYearEndsWhenAllArePaid() {
        var a = meeting.member("2025-01-01");
        var b = meeting.member("2025-01-01");
        meeting.tell(
                List.of(
                        meeting.sale(a, 30_000, "2025-03-01T02:00:00Z"),
                        meeting.sale(b, 10_000, "2025-03-01T02:00:00Z")));
        var cash = Map.of("method", "CASH", "at", Instant.now().toString());
        assertThat(meeting.refused(2025, "payments/" + a, cash, 409)).isEqualTo("wrong-state");
        meeting.approve(
                2025,
                Map.of("preset", "textbook", "funds", Map.of("PATRONAGE", 10_000)),
                Map.of("netSurplus", 401));
        meeting.take(2025, "division", Map.of());
        var paid = meeting.put(2025, "payments/" + a, cash);
        assertThat(paid.path("paid").asLong()).isEqualTo(300);
        assertThat(meeting.put(2025, "payments/" + a, cash).toString()).isEqualTo(paid.toString());
        assertThat(
                        meeting.refused(
                                2025,
                                "payments/" + a,
                                Map.of("method", "TRANSFER", "at", cash.get("at")),
                                409))
                .isEqualTo("id-reused");
        assertThat(meeting.refused(2025, "payments/" + UUID.randomUUID(), cash, 404))
                .isEqualTo("no-such-account");
        assertThat(
                        meeting.refused(
                                2025,
                                "payments/" + b,
                                Map.of("method", "CASH", "at", "1999-03-01T02:00:00Z"),
                                422))
                .isEqualTo("paid-before-due");
        var slip = Map.of("reason", "Paid to the wrong person");
        assertThat(meeting.refused(2025, "payments/" + b + "/reversal", slip, 409))
                .isEqualTo("not-paid");
        meeting.take(2025, "payments/" + a + "/reversal", slip);
        assertThat(meeting.year(2025, "/payments").at("/totals/unpaid").asLong()).isEqualTo(400);
        meeting.take(2025, "payments/" + a, Map.of("method", "TRANSFER", "at", cash.get("at")));
        assertThat(meeting.year(2025, "/payments").at("/totals/unpaid").asLong()).isEqualTo(100);
        assertThat(meeting.refused(2025, "settlement", Map.of(), 409)).isEqualTo("not-all-paid");
        assertThat(meeting.put(2025, "payments", cash).toString())
                .isEqualTo(
                        "{\"due\":400,\"paid\":400,\"unpaid\":0,\"membersPaid\":2,\"membersUnpaid\":0}");
        meeting.take(2025, "settlement", Map.of());
        assertThat(meeting.refused(2025, "payments/" + a + "/reversal", slip, 409))
                .isEqualTo("settled");
        assertThat(meeting.year(2025, "").path("bookYear").path("state").asString())
                .isEqualTo("PAID");
        assertThat(
                        new Topic("shu")
                                .await(
                                        4,
                                        it ->
                                                it.key().equals(a.toString())
                                                        || it.key().equals(b.toString())))
                .hasSize(4);
    }

    private List<UUID> dividedAmong(int members) {
        var all = Stream.generate(() -> meeting.member("2025-01-01")).limit(members).toList();
        meeting.tell(
                all.stream().map(it -> meeting.sale(it, 10_000, "2025-03-01T02:00:00Z")).toList());
        meeting.approve(2025, ALL_BY_PATRONAGE, Map.of("netSurplus", 100 * members));
        meeting.take(2025, "division", Map.of());
        return all;
    }

    private static final Map<String, String> A_MISTAKE = Map.of("reason", "Paid by mistake");

    /** Sent again after somebody was paid anew, it would take back the good payment, too. */
    @Test
    void aReversalThatNamesItsPaymentTakesBackNoOther() {
        var member = dividedAmong(1).getFirst();
        var wrong = meeting.put(2025, "payments/" + member, by("CASH")).path("id").asString();
        var slip = Map.of("reason", "Paid by mistake", "paymentId", wrong);
        var reversed = meeting.put(2025, "payments/" + member + "/reversal", slip);
        meeting.take(2025, "payments/" + member, by("TRANSFER"));
        assertThat(meeting.put(2025, "payments/" + member + "/reversal", slip).toString())
                .isEqualTo(reversed.toString());
        assertThat(meeting.year(2025, "/payments").at("/totals/unpaid").asLong()).isZero();
        assertThat(
                        meeting.refused(
                                2025,
                                "payments/" + member + "/reversal",
                                Map.of("reason", "x", "paymentId", UUID.randomUUID()),
                                409))
                .isEqualTo("not-paid");
        assertThat(
                        meeting.refused(
                                2025,
                                "payments/" + member + "/reversal",
                                Map.of("reason", "NIK 3510144508900001"),
                                400))
                .isEqualTo("invalid");
    }

    /** Added to savings and spent from there, it would be due twice. */
    @Test
    void whatWasAddedToSavingsIsTakenBackOnlyWhileItIsThere() {
        var member = dividedAmong(1).getFirst();
        var payment = meeting.put(2025, "payments/" + member, by("VOLUNTARY_SAVINGS"));
        var deposit = EventId.of(UUID.fromString(payment.path("id").asString()), "EntitlementPaid");
        var reversal = "payments/" + member + "/reversal";
        Map.of(
                        "taken-out-since", "taken-out-since",
                        "too-busy", "membership-unavailable",
                        "no-such-deposit", "deposit-not-made-yet",
                        "unforeseen", "membership-unavailable")
                .forEach((theirs, ours) -> {
                    var status = Map.of("no-such-deposit", 404, "unforeseen", 500);
                    OFFICE.answersReversals(status.getOrDefault(theirs, 409), theirs);
                    assertThat(
                                    meeting.refused(
                                            2025,
                                            reversal,
                                            A_MISTAKE,
                                            ours.equals("membership-unavailable") ? 503 : 409))
                            .as(theirs)
                            .isEqualTo(ours);
                    assertThat(meeting.year(2025, "/payments").at("/totals/unpaid").asLong())
                            .isZero();
                });
        OFFICE.answersReversals(500, "unforeseen");
        assertThat(meeting.refused(2025, reversal, A_MISTAKE, 503))
                .isEqualTo("membership-unavailable");
        assertThat(meeting.refused(2025, "settlement", Map.of(), 409))
                .as("nobody knows whether the deposit is still there")
                .isEqualTo("reversal-under-way");
        OFFICE.answersReversals(200, "");
        meeting.take(2025, reversal, A_MISTAKE);
        assertThat(OFFICE.takenBack()).contains(deposit);
        assertThat(meeting.year(2025, "/payments").at("/totals/unpaid").asLong()).isEqualTo(100);
        assertThat(meeting.refused(2025, "settlement", Map.of(), 409)).isEqualTo("not-all-paid");
        meeting.take(2025, "payments/" + member, by("CASH"));
        OFFICE.answersReversals(409, "taken-out-since");
        meeting.take(2025, reversal, A_MISTAKE);
        assertThat(meeting.year(2025, "/payments").at("/totals/unpaid").asLong())
                .as("cash has no deposit")
                .isEqualTo(100);
    }

    @Test
    void aYearIsNotSettledOnTotalsFromBeforeAReversal() {
        var member = dividedAmong(1).getFirst();
        var payment = meeting.put(2025, "payments/" + member, by("CASH"));
        var before = open.of(meeting.cooperative(), 2025);
        meeting.take(2025, "payments/" + member + "/reversal", A_MISTAKE);
        assertThatThrownBy(() -> years.markPaid(meeting.cooperative(), 2025, before))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.rule()).isEqualTo(ClosingRule.CHANGED_MEANWHILE));
        assertThat(meeting.year(2025, "").at("/bookYear/state").asString()).isEqualTo("DIVIDED");

        // A process that died after it wrote the reversal does not hold the year for ever.
        var id = UUID.fromString(payment.path("id").asString());
        assertThat(open.begin(meeting.cooperative(), 2025, id)).isTrue();
        meeting.take(2025, "payments/" + member, by("CASH"));
        meeting.take(2025, "settlement", Map.of());
        assertThat(open.begin(meeting.cooperative(), 2025, id)).isFalse();
    }

    /** Pressed at the same moment, one of the two counts. */
    @Test
    void aYearIsSettledOrAPaymentOfItReversed() throws Exception {
        var members = dividedAmong(4);
        meeting.take(2025, "payments", by("CASH"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 25; round++) {
                var member = members.get(round % members.size());
                var settling = threads.submit(() -> meeting.tries(2025, "settlement", Map.of()));
                var reversing =
                        threads.submit(() ->
                                meeting.tries(2025, "payments/" + member + "/reversal", A_MISTAKE));
                var isReversed = reversing.get() == 200;
                assertThat(List.of(settling.get(), reversing.get())).containsOnlyOnce(200);
                assertThat(meeting.year(2025, "").at("/bookYear/state").asString())
                        .isEqualTo(isReversed ? "DIVIDED" : "PAID");
                assertThat(meeting.year(2025, "/payments").at("/totals/unpaid").asLong())
                        .isEqualTo(isReversed ? 100 : 0);
                if (!isReversed) {
                    return;
                }
                meeting.take(2025, "payments", by("TRANSFER"));
            }
        }
    }

    /** Whoever has money here must stay known: the office asks before it forgets somebody. */
    @Test
    void whatIsDueOrMayBecomeDueIsToldToTheOffice() {
        var a = meeting.member("2024-06-01");
        var b = meeting.member("2025-01-01");
        meeting.tell(
                List.of(
                        meeting.sale(a, 30_000, "2025-03-01T02:00:00Z"),
                        meeting.deposit(b, SavingsKind.MANDATORY, 10_000, "2025-03-01T02:00:00Z")));
        assertThat(dues(a))
                .isEqualTo("{\"memberId\":\"%s\",\"unpaid\":[],\"undecided\":[2025]}".formatted(a));
        var years =
                IntStream.rangeClosed(2025, Meeting.thisYear())
                        .mapToObj(String::valueOf)
                        .collect(joining(","));
        assertThat(dues(b)).contains("\"unpaid\":[],\"undecided\":[%s]".formatted(years));
        meeting.tell(List.of(meeting.leaves(b, "2025-12-31")));
        assertThat(dues(b)).contains("\"undecided\":[2025]");

        meeting.approve(2025, ALL_BY_PATRONAGE, Map.of("netSurplus", 401));
        assertThat(dues(a)).contains("\"unpaid\":[],\"undecided\":[2025]");

        meeting.take(2025, "division", Map.of());
        assertThat(dues(a))
                .contains("\"unpaid\":[{\"bookYear\":2025,\"amount\":401}],\"undecided\":[]");
        assertThat(dues(b)).contains("\"unpaid\":[],\"undecided\":[]");
        var payment =
                UUID.fromString(
                        meeting.put(2025, "payments/" + a, by("VOLUNTARY_SAVINGS"))
                                .path("id")
                                .asString());
        assertThat(dues(a)).as("on its way to the office").contains("\"amount\":401");
        meeting.tell(
                List.of(
                        new SavingsDeposited(
                                meeting.cooperative(),
                                EventId.of(payment, "EntitlementPaid"),
                                a,
                                SavingsKind.VOLUNTARY,
                                Rupiah.of(401),
                                Instant.now().truncatedTo(ChronoUnit.MILLIS))));
        assertThat(dues(a)).contains("\"unpaid\":[]");
        assertThat(dues(UUID.randomUUID())).contains("\"unpaid\":[],\"undecided\":[]");
    }

    private String dues(UUID member) {
        var body =
                Tokens.as(SERVICE)
                        .scope("dues.read")
                        .on(http)
                        .get()
                        .uri("/cooperatives/{c}/members/{m}/dues", meeting.cooperative(), member)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody();
        return new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8);
    }
}
