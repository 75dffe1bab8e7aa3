package id.lumbung.membership;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Topic;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class MemberLifeTest {

    private static final Topic MEMBERSHIP = new Topic("membership");
    private static final String NAME = "Siti Rahayu Wulandari";

    @Autowired private RestTestClient http;

    @Test
    void aMemberJoinsSavesLeavesAndIsPaidOut() {
        var office = Office.opened(http);
        var member = UUID.randomUUID();
        var principal = UUID.randomUUID();
        var voluntary = UUID.randomUUID();
        var paidBack = UUID.randomUUID();

        office.admit(member, NAME, LocalDate.of(2026, 1, 5)).ok();
        office.deposit(principal, member, "PRINCIPAL", 100_000, "2026-01-05T03:00:00Z").ok();
        office.deposit(voluntary, member, "VOLUNTARY", 50_000, "2026-01-05T03:10:00Z").ok();
        office.withdraw(paidBack, member, "PRINCIPAL", 100_000, "2026-06-30T03:00:00Z")
                .refused(409, "kept-while-a-member");
        office.leave(member, LocalDate.of(2026, 6, 30)).ok();
        office.withdraw(paidBack, member, "PRINCIPAL", 100_000, "2026-06-30T03:00:00Z").ok();
        assertThat(office.get("/members/" + member).ok().body()).contains(NAME, "2026-01-05");

        var totals =
                office.getAsOperator(
                                "/reconciliation/outlets/"
                                        + office.cooperative()
                                        + "/days?from=2026-01-01"
                                        + "&to=2026-06-30&zone=Asia/Jakarta")
                        .ok()
                        .body();
        assertThat(totals)
                .containsPattern("\"day\":\"2026-01-05\",\"count\":3,\"sum\":150000")
                .containsPattern("\"day\":\"2026-06-30\",\"count\":2,\"sum\":-100000");
    }

    @Test
    void everyFactIsToldOnceUnderItsOwnIdAndWithoutAName(CapturedOutput output) {
        var office = Office.opened(http, "WITA");
        var cooperative = office.cooperative();
        var outlet = UUID.randomUUID();
        var member = UUID.randomUUID();
        var deposit = UUID.randomUUID();
        var withdrawal = UUID.randomUUID();
        for (var _ : new int[2]) {
            office.open(outlet, "PHARMACY", "Apotek Sumber Waras").ok();
            office.admit(member, NAME, LocalDate.of(2026, 1, 5)).ok();
            office.deposit(deposit, member, "VOLUNTARY", 70_000, "2026-02-01T03:00:00Z").ok();
            office.withdraw(withdrawal, member, "VOLUNTARY", 20_000, "2026-02-02T03:00:00Z").ok();
            office.leave(member, LocalDate.of(2026, 3, 1)).ok();
        }
        office.admit(member, NAME + " binti Hasan", LocalDate.of(2026, 1, 5))
                .refused(409, "id-reused");

        var published =
                MEMBERSHIP.await(
                        6,
                        record ->
                                new String(record.value(), UTF_8).contains(cooperative.toString()));
        assertThat(published)
                .extracting(
                        record -> Topic.header(record, EventCodec.ID),
                        record -> Topic.header(record, EventCodec.TYPE),
                        record -> record.key())
                .containsExactlyInAnyOrder(
                        event(cooperative, "CooperativeRegistered", cooperative),
                        event(outlet, "OutletOpened", outlet),
                        event(member, "MemberJoined", member),
                        event(deposit, "SavingsDeposited", member),
                        event(withdrawal, "SavingsWithdrawn", member),
                        event(member, "MemberLeft", member));
        assertThat(published)
                .allSatisfy(record -> {
                    assertThat(Topic.header(record, EventCodec.SOURCE)).isEqualTo("/membership");
                    assertThat(record.toString() + new String(record.value(), UTF_8))
                            .doesNotContain("Siti", "Tambong", "Waras");
                    record.headers()
                            .forEach(header ->
                                    assertThat(new String(header.value(), UTF_8))
                                            .doesNotContain("Siti"));
                });
        assertThat(published.stream().map(record -> new String(record.value(), UTF_8)))
                .anyMatch(value -> value.contains("\"zone\":\"Asia/Makassar\""));
        assertThat(output).doesNotContain("Siti");
    }

    @Test
    void whatIsToldAgainAnswersTheSame() {
        var office = Office.opened(http);
        var member = UUID.randomUUID();
        var joined = office.admit(member, NAME, LocalDate.of(2026, 1, 5)).ok();
        assertThat(office.admit(member, NAME, LocalDate.of(2026, 1, 5))).isEqualTo(joined);
        var left = office.leave(member, LocalDate.of(2026, 3, 1)).ok();
        assertThat(office.leave(member, LocalDate.of(2026, 3, 1))).isEqualTo(left);
    }

    @Test
    void aMemberIsNotRenamedUnderTheSameIdAndTheRefusalKeepsTheName() {
        var office = Office.opened(http);
        var member = UUID.randomUUID();
        office.admit(member, NAME, LocalDate.of(2026, 1, 5)).ok();
        var refusal =
                office.admit(member, "Ketut Wirawan", LocalDate.of(2026, 1, 5))
                        .refused(409, "id-reused");
        assertThat(refusal.body()).doesNotContain("Siti", "Ketut");
        office.leave(member, LocalDate.of(2026, 3, 1)).ok();
        office.leave(member, LocalDate.of(2026, 3, 2)).refused(409, "id-reused");
    }

    @Test
    void nobodyLeavesBeforeJoining() {
        var office = Office.opened(http);
        var member = office.member();
        office.leave(member, LocalDate.of(2026, 1, 4)).refused(422, "left-before-joining");
        office.leave(member, LocalDate.of(2026, 1, 5)).ok();
        office.leave(UUID.randomUUID(), LocalDate.of(2026, 1, 5)).refused(404, "no-such-member");
    }

    @Test
    void oneMayJoinTodayAtAnyHourButNotInDaysToCome() {
        var office = Office.opened(http, "WIT");
        var today = LocalDate.now(ZoneId.of("Asia/Jayapura"));
        office.admit(UUID.randomUUID(), NAME, today).ok();
        office.admit(UUID.randomUUID(), NAME, today.plusDays(2)).refused(422, "at-in-the-future");
    }

    @Test
    void aMemberNeedsACooperative() {
        new Office(http, UUID.randomUUID())
                .admit(UUID.randomUUID(), NAME, LocalDate.of(2026, 1, 5))
                .refused(404, "no-such-cooperative");
    }

    private static Tuple event(UUID fact, String type, UUID key) {
        return tuple(EventId.of(fact, type).toString(), type, key.toString());
    }
}
