package id.lumbung.membership;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Topic;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was recorded by mistake at the office is put right by facts of their own. */
@ServiceTest
class UndoneTest {

    private static final Topic MEMBERSHIP = new Topic("membership");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired private RestTestClient http;

    private Office office;
    private UUID member;

    @BeforeEach
    void aMember() {
        office = Office.opened(http);
        member = office.member();
    }

    private JsonNode shown() {
        return JSON.readTree(office.get("/members/" + member).ok().body());
    }

    private List<JsonNode> published(String field, UUID value) {
        return MEMBERSHIP
                .await(
                        1,
                        record -> {
                            var event = JSON.readTree(record.value());
                            return event.path(field).asString("").equals(value.toString());
                        })
                .stream()
                .map(record -> JSON.readTree(record.value()))
                .toList();
    }

    @Test
    void aDepositKeyedAHundredfoldIsReversedAndTheTrueOneTakesItsPlace() {
        var mistake = UUID.randomUUID();
        office.deposit(mistake, member, "MANDATORY", 1_000_000, "2026-02-01T03:00:00Z").ok();
        var reversed = office.reverse("deposits", mistake).ok();
        assertThat(office.reverse("deposits", mistake)).as("sent again").isEqualTo(reversed);
        office.deposit(UUID.randomUUID(), member, "MANDATORY", 10_000, "2026-02-01T03:00:00Z").ok();
        assertThat(published("reversalId", mistake))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("depositId").asString()).isEqualTo(mistake.toString());
                    assertThat(event.path("memberId").asString()).isEqualTo(member.toString());
                    assertThat(event.path("amount").asLong()).isEqualTo(1_000_000);
                    assertThat(event.path("depositAt").asString())
                            .isEqualTo("2026-02-01T03:00:00Z");
                });
        office.leave(member, LocalDate.of(2026, 3, 1)).ok();
        withdraw("MANDATORY", 10_001, "2026-03-02T03:00:00Z").refused(409, "too-little-saved");
        withdraw("MANDATORY", 10_000, "2026-03-02T03:00:00Z").ok();
    }

    private Office.Answer withdraw(String kind, long amount, String at) {
        return office.withdraw(UUID.randomUUID(), member, kind, amount, at);
    }

    @Test
    void whatWasTakenOutSinceIsReversedFirst() {
        var deposit = UUID.randomUUID();
        var withdrawal = UUID.randomUUID();
        office.deposit(deposit, member, "VOLUNTARY", 50_000, "2026-02-01T03:00:00Z").ok();
        office.withdraw(withdrawal, member, "VOLUNTARY", 20_000, "2026-02-02T03:00:00Z").ok();
        office.reverse("deposits", deposit).refused(409, "taken-out-since");
        office.reverse("withdrawals", withdrawal).ok();
        withdraw("VOLUNTARY", 50_000, "2026-02-03T03:00:00Z").ok();
        office.reverse("deposits", deposit).refused(409, "taken-out-since");
        office.reverse("deposits", UUID.randomUUID()).refused(404, "no-such-deposit");
        Office.opened(http).reverse("deposits", deposit).refused(404, "no-such-deposit");
    }

    @Test
    void nothingIsTakenOutBeforeItWasThere() {
        office.deposit(UUID.randomUUID(), member, "VOLUNTARY", 1_000_000, "2026-10-01T03:00:00Z")
                .ok();
        withdraw("VOLUNTARY", 1_000_000, "2026-09-01T03:00:00Z").refused(409, "too-little-saved");
        withdraw("VOLUNTARY", 400_000, "2026-11-01T03:00:00Z").ok();
        withdraw("VOLUNTARY", 600_001, "2026-10-15T03:00:00Z").refused(409, "too-little-saved");
        withdraw("VOLUNTARY", 600_000, "2026-10-15T03:00:00Z").ok();
    }

    @Test
    void aLeavingOfTheWrongPersonIsAnnulled() {
        office.leave(member, LocalDate.of(2026, 3, 1)).ok();
        var leaving = shown().path("memberships").path(0).path("leavingId").asString();
        office.deposit(UUID.randomUUID(), member, "VOLUNTARY", 5_000, "2026-03-02T03:00:00Z")
                .refused(409, "not-a-member-then");
        var annulled = office.annulLeaving(member, leaving).ok();
        assertThat(office.annulLeaving(member, leaving)).isEqualTo(annulled);
        assertThat(shown().path("leftOn").isMissingNode() || shown().path("leftOn").isNull())
                .isTrue();
        office.deposit(UUID.randomUUID(), member, "VOLUNTARY", 5_000, "2026-03-02T03:00:00Z").ok();
        office.leave(member, LocalDate.of(2026, 3, 1)).refused(409, "leaving-annulled");
        var second = UUID.randomUUID();
        office.leaveAgain(member, second, LocalDate.of(2026, 5, 1)).ok();
        assertThat(shown().path("leftOn").asString()).isEqualTo("2026-05-01");
        assertThat(published("annulmentId", UUID.fromString(leaving)))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.path("on").asString()).isEqualTo("2026-03-01"));
        assertThat(published("leavingId", second)).isNotEmpty();
    }

    /** Wati joined on 1 February 2024 and left on 31 March 2026; she comes back on 1 September. */
    @Test
    void onePersonComesBackAsTheSameMemberWithAnotherMembership() {
        var wati = UUID.randomUUID();
        office.admit(wati, "Wati", LocalDate.of(2024, 2, 1)).ok();
        var again = UUID.randomUUID();
        office.readmit(wati, again, "ORDINARY", LocalDate.of(2026, 9, 1))
                .refused(409, "already-a-member");
        office.leave(wati, LocalDate.of(2026, 3, 31)).ok();
        office.readmit(wati, again, "ORDINARY", LocalDate.of(2026, 3, 31))
                .refused(422, "memberships-overlap");
        var readmitted = office.readmit(wati, again, "ORDINARY", LocalDate.of(2026, 9, 1)).ok();
        assertThat(office.readmit(wati, again, "ORDINARY", LocalDate.of(2026, 9, 1)))
                .isEqualTo(readmitted);
        office.readmit(wati, UUID.randomUUID(), "ORDINARY", LocalDate.of(2026, 9, 2))
                .refused(409, "already-a-member");
        member = wati;
        assertThat(shown().path("joinedOn").asString()).isEqualTo("2026-09-01");
        assertThat(shown().path("memberships").size()).isEqualTo(2);
        office.deposit(UUID.randomUUID(), wati, "PRINCIPAL", 100_000, "2026-06-01T03:00:00Z")
                .refused(409, "not-a-member-then");
        office.deposit(UUID.randomUUID(), wati, "PRINCIPAL", 100_000, "2026-09-01T03:00:00Z").ok();
        office.annulLeaving(wati, wati.toString()).refused(409, "readmitted-since");
        assertThat(published("membershipId", again))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("memberId").asString()).isEqualTo(wati.toString());
                    assertThat(event.path("on").asString()).isEqualTo("2026-09-01");
                });
        office.leave(wati, LocalDate.of(2026, 10, 1)).ok();
        assertThat(shown().path("leftOn").asString()).isEqualTo("2026-10-01");
    }

    @Test
    void kindAndDayOfJoiningArePutRightAndTheLastCorrectionCounts() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        office.correct(member, member, first, "EXTRAORDINARY", LocalDate.of(2026, 1, 5)).ok();
        office.correct(member, member, second, "ORDINARY", LocalDate.of(2026, 2, 1)).ok();
        office.correct(member, member, first, "EXTRAORDINARY", LocalDate.of(2026, 1, 5)).ok();
        assertThat(shown().path("kind").asString()).isEqualTo("ORDINARY");
        assertThat(shown().path("joinedOn").asString()).isEqualTo("2026-02-01");
        assertThat(published("correctionId", second))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.path("correctedId").asString())
                                .isEqualTo(first.toString()));
        office.correct(member, UUID.randomUUID(), UUID.randomUUID(), "ORDINARY", LocalDate.EPOCH)
                .refused(404, "no-such-membership");
        office.leave(member, LocalDate.of(2026, 3, 1)).ok();
        office.correct(member, member, UUID.randomUUID(), "ORDINARY", LocalDate.of(2026, 3, 2))
                .refused(422, "left-before-joining");
    }

    @Test
    void ofManyWhoCorrectAtOnceEachCorrectsAnother() throws Exception {
        var asked = new ArrayList<Future<Office.Answer>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(1, 9)
                    .forEach(day ->
                            asked.add(
                                    callers.submit(() ->
                                            office.correct(
                                                    member,
                                                    member,
                                                    UUID.randomUUID(),
                                                    "ORDINARY",
                                                    LocalDate.of(2026, 1, day)))));
        }
        for (var answer : asked) {
            assertThat(answer.get().status()).as(answer.get().body()).isIn(200, 409);
        }
        assertThat(shown().path("memberships").size()).isOne();
    }

    @Test
    void whatUndoesStandsInTheAuditWithItsReason() {
        var deposit = UUID.randomUUID();
        office.deposit(deposit, member, "VOLUNTARY", 5_000, "2026-02-01T03:00:00Z").ok();
        office.reverse("deposits", deposit).ok();
        var audit =
                office.getAsOperator("/audit?limit=1000&cooperativeId=" + office.cooperative())
                        .ok()
                        .body();
        assertThat(audit).contains("DEPOSIT_REVERSED", deposit.toString(), "Salah tulis");
        assertThat(audit.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }

    @Test
    void mandatorySavingsTellTheMonthsTheyWerePaidFor() {
        var year = UUID.randomUUID();
        paid(year, "MANDATORY", "2026-01", "2026-12").ok();
        assertThat(published("entryId", year))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("firstMonth").asString()).isEqualTo("2026-01");
                    assertThat(event.path("lastMonth").asString()).isEqualTo("2026-12");
                });
        paid(UUID.randomUUID(), "VOLUNTARY", "2026-01", "2026-12")
                .refused(422, "months-do-not-fit");
        paid(UUID.randomUUID(), "MANDATORY", "2026-12", "2026-01")
                .refused(422, "months-do-not-fit");
        paid(UUID.randomUUID(), "MANDATORY", "2026-01", "2036-01")
                .refused(422, "months-do-not-fit");
    }

    private Office.Answer paid(UUID id, String kind, String first, String last) {
        return office.put(
                "/deposits/" + id,
                """
                {"cooperativeId": "%s", "memberId": "%s", "kind": "%s", "amount": 120000,
                 "at": "2026-01-10T03:00:00Z", "months": {"first": "%s", "last": "%s"}}\
                """
                        .formatted(office.cooperative(), member, kind, first, last));
    }

    @Test
    void aNameIsMadeOfWhatCanBeSeen() {
        for (var name :
                new String[] {
                    "Sari\\u202eitaW", "Sa\\u0000ri", "\\u00a0", "Sari\\u00a0Dewi", "Sa\\u200bri"
                }) {
            var refused = office.admit(UUID.randomUUID(), name, LocalDate.of(2026, 1, 5));
            assertThat(refused.status()).as(name + refused.body()).isEqualTo(400);
            assertThat(refused.body()).contains("name");
        }
        office.admit(UUID.randomUUID(), "12 34", LocalDate.of(2026, 1, 5)).refused(400, "invalid");
        office.admit(UUID.randomUUID(), "Jum'at Qur'an-Ḥasan d.M.", LocalDate.of(2026, 1, 5)).ok();
    }
}
