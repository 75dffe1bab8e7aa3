package id.lumbung.shu.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.division.Eligibility;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.Policy.CapitalBasis;
import id.lumbung.shu.division.Policy.JoinerRule;
import id.lumbung.shu.division.Policy.LeaverPolicy;
import id.lumbung.shu.journal.Entry.Kind;
import id.lumbung.shu.journal.JournalLines.Line;
import id.lumbung.shu.journal.JournalLines.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Coming, going, coming back, and slips of the pen put right; savings by the months they are for.
 */
class MembershipTest {

    private static final UUID COOPERATIVE = UUID.randomUUID();
    private static final UUID SARI = UUID.randomUUID();
    private static final BookYear YEAR = BookYear.of(2026, ZoneId.of("Asia/Jayapura"));

    private static Line line(
            Kind kind, String at, long amount, @Nullable String detail, @Nullable Office office) {
        return new Line(
                UUID.randomUUID(),
                kind,
                SARI,
                Instant.parse(at).toEpochMilli(),
                amount,
                detail,
                office);
    }

    private static Line joined(UUID membership, String day) {
        return line(
                Kind.MEMBER_JOINED,
                day + "T12:00:00Z",
                0,
                "ORDINARY",
                new Office(membership, null, null, null));
    }

    private static Line left(UUID leaving, UUID membership, String day) {
        return line(
                Kind.MEMBER_LEFT,
                day + "T12:00:00Z",
                0,
                "REQUEST",
                new Office(leaving, membership, null, null));
    }

    private static Line annulled(UUID leaving, String day) {
        return line(
                Kind.LEAVING_ANNULLED,
                day + "T12:00:00Z",
                0,
                null,
                new Office(UUID.randomUUID(), leaving, null, null));
    }

    private static Line corrected(UUID correction, UUID of, String kind, String truly) {
        var on = Instant.parse(truly + "T12:00:00Z").toEpochMilli();
        return line(
                Kind.MEMBERSHIP_CORRECTED,
                "1970-01-01T00:00:00Z",
                0,
                kind,
                new Office(correction, of, on, null));
    }

    private static Line sale(long total, String day) {
        return line(Kind.SALE, day + "T02:00:00Z", total, null, null);
    }

    private static Line mandatory(long amount, String day, @Nullable String months) {
        return line(
                Kind.DEPOSIT,
                day + "T02:00:00Z",
                amount,
                "MANDATORY",
                new Office(UUID.randomUUID(), null, null, months));
    }

    private static MemberAccount account(List<Line> lines) {
        return MemberAccount.of(COOPERATIVE, SARI, YEAR, YEAR.from(), lines, Set.of());
    }

    private static Policy.Rules rules(
            @Nullable CapitalBasis basis,
            @Nullable JoinerRule joiners,
            @Nullable LeaverPolicy leavers,
            @Nullable Integer inactiveAfterMonths) {
        return new Policy(
                        null,
                        Map.of("RESERVE", 10_000),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        basis,
                        joiners,
                        leavers,
                        inactiveAfterMonths,
                        null)
                .rules();
    }

    private static final Policy.Rules PLAIN = rules(null, null, null, null);

    @Test
    void whoComesBackIsAMemberInBothSpansAndAPasserByInBetween() {
        var again = UUID.randomUUID();
        var lines =
                new ArrayList<>(
                        List.of(
                                joined(SARI, "2024-02-01"),
                                left(SARI, SARI, "2026-03-31"),
                                joined(again, "2026-09-01"),
                                sale(100_000, "2026-03-01"),
                                sale(200_000, "2026-06-01"),
                                sale(300_000, "2026-10-01")));
        for (var seed = 0; seed < 50; seed++) {
            Collections.shuffle(lines, new Random(seed));
            var account = account(lines);
            assertThat(account.business().inYear()).isEqualTo(400_000);
            assertThat(account.business().outsideMembership()).isEqualTo(200_000);
            assertThat(account.membership().days(YEAR, YEAR.firstDay())).isEqualTo(90 + 122);
            assertThat(account.weights(PLAIN).eligibility()).isEqualTo(Eligibility.SHARES);
        }
    }

    @Test
    void aLeavingThatIsAnnulledNeverWas() {
        var account =
                account(
                        List.of(
                                annulled(SARI, "2026-03-01"),
                                left(SARI, SARI, "2026-03-01"),
                                joined(SARI, "2024-02-01"),
                                sale(500, "2026-06-01")));
        assertThat(account.membership().leftOn()).isNull();
        assertThat(account.business().inYear()).isEqualTo(500);
    }

    @Test
    void kindAndDayOfJoiningAreAsTheyWereLastPutRight() {
        var first = UUID.randomUUID();
        var account =
                account(
                        List.of(
                                corrected(UUID.randomUUID(), first, "ORDINARY", "2026-03-01"),
                                joined(SARI, "2026-05-01"),
                                corrected(first, SARI, "EXTRAORDINARY", "2026-04-01"),
                                sale(500, "2026-03-02"),
                                sale(70, "2026-02-28")));
        assertThat(account.membership().kind()).isEqualTo(MemberKind.ORDINARY);
        assertThat(account.membership().joinedOn()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(account.business().inYear()).isEqualTo(500);
        assertThat(account.business().beforeJoining()).isEqualTo(70);
    }

    /** The joining itself is after the year; that it truly was before is known all the same. */
    @Test
    void aJoiningPutRightToAnEarlierYearCountsThere() {
        var account =
                account(
                        List.of(
                                corrected(UUID.randomUUID(), SARI, "ORDINARY", "2025-12-01"),
                                sale(500, "2026-03-02")));
        assertThat(account.weights(PLAIN).business()).isEqualTo(500);
    }

    @Test
    void capitalCountsFromTheDayOfJoining() {
        var account =
                account(
                        List.of(
                                joined(SARI, "2026-12-01"),
                                mandatory(365_000, "2026-01-01", null)));
        assertThat(account.weights(PLAIN).capital()).isEqualTo(31_000);
    }

    @Test
    void aDepositThatIsReversedNeverWas() {
        var slip = UUID.randomUUID();
        var account =
                account(
                        List.of(
                                joined(SARI, "2025-01-01"),
                                line(
                                        Kind.DEPOSIT,
                                        "2026-02-01T02:00:00Z",
                                        1_000_000,
                                        "MANDATORY",
                                        new Office(slip, null, null, "2026-02/2027-01")),
                                line(
                                        Kind.DEPOSIT_REVERSED,
                                        "2026-02-01T02:00:00Z",
                                        -1_000_000,
                                        "MANDATORY",
                                        new Office(UUID.randomUUID(), slip, null, null)),
                                mandatory(10_000, "2026-02-01", null)));
        var saved = account.savings().get(SavingsKind.MANDATORY);
        assertThat(saved.paidIn()).isEqualTo(10_000);
        assertThat(saved.takenOut()).isZero();
        assertThat(saved.closing()).isEqualTo(10_000);
        assertThat(account.paidThrough()).hasToString("2026-02");
    }

    @Test
    void twelveMonthsPaidInJanuaryAreTwelveMonths() {
        var six = rules(null, null, null, 6);
        var ahead =
                account(
                        List.of(
                                joined(SARI, "2025-01-01"),
                                mandatory(120_000, "2026-01-10", "2026-01/2026-12")));
        assertThat(ahead.eligibility(six)).isEqualTo(Eligibility.SHARES);
        var behind =
                account(
                        List.of(
                                joined(SARI, "2025-01-01"),
                                mandatory(60_000, "2026-12-20", "2026-07/2026-12")));
        assertThat(behind.eligibility(six)).isEqualTo(Eligibility.SHARES);
        var untilJune = new ArrayList<>(List.of(joined(SARI, "2025-01-01")));
        for (var month = 1; month <= 6; month++) {
            untilJune.add(mandatory(10_000, "2026-0%d-05".formatted(month), null));
        }
        assertThat(account(untilJune).eligibility(six)).isEqualTo(Eligibility.INACTIVE);
        var oneByOne = new ArrayList<>(List.of(joined(SARI, "2025-01-01")));
        for (var month = 1; month <= 12; month++) {
            var paidFor = "2026-%02d".formatted(month);
            oneByOne.add(mandatory(10_000, "2026-01-10", paidFor + "/" + paidFor));
        }
        assertThat(account(oneByOne).eligibility(six)).isEqualTo(Eligibility.SHARES);
    }

    /** The day of leaving is a day of membership, also where it is the year's last. */
    @Test
    void whoLeavesOnTheLastDayIsAMemberAtTheYearsEnd() {
        var forfeit = rules(CapitalBasis.CLOSING_BALANCE, null, LeaverPolicy.FORFEIT, null);
        var leavings = Map.of("2026-12-30", 0L, "2026-12-31", 200_000L, "2027-01-01", 200_000L);
        leavings.forEach((day, capital) -> {
            var lines =
                    new ArrayList<>(
                            List.of(
                                    joined(SARI, "2025-01-01"),
                                    mandatory(200_000, "2025-02-01", null),
                                    sale(100_000, day.startsWith("2027") ? "2026-12-31" : day)));
            if (!day.startsWith("2027")) {
                lines.add(left(SARI, SARI, day));
            }
            var weights = account(lines).weights(forfeit);
            assertThat(weights.capital()).as(day).isEqualTo(capital);
            assertThat(weights.business()).as(day).isEqualTo(capital / 2);
        });
    }

    /** Who joined in 2026 was a passer-by in 2025, whatever the rule for joiners of 2026. */
    @Test
    void theYearOfJoiningIsTheOnlyOneThatCountsFromItsBeginning() {
        var wholeYear = rules(null, JoinerRule.WHOLE_YEAR, null, null);
        var account =
                account(
                        List.of(
                                joined(SARI, "2026-05-01"),
                                sale(9_000_000, "2025-11-01"),
                                sale(1, "2026-02-01")));
        assertThat(account.netBusiness(wholeYear)).isEqualTo(1);
        assertThat(account.business().outsideMembership()).isEqualTo(9_000_000);
    }

    @Test
    void businessOfAnEarlierYearThatIsOpenIsNotAnAdjustment() {
        var lines =
                List.of(
                        joined(SARI, "2024-01-01"),
                        sale(10, "2024-06-01"),
                        sale(5_000_000, "2025-06-01"),
                        sale(7, "2026-06-01"));
        var closed2024 = BookYear.of(2024, YEAR.zone()).until();
        var account = MemberAccount.of(COOPERATIVE, SARI, YEAR, closed2024, lines, Set.of());
        assertThat(account.business()).isEqualTo(new MemberAccount.Business(7, 0, 0, 10));
    }
}
