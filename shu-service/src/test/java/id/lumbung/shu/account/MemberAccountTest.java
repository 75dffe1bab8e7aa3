package id.lumbung.shu.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.mongo.UuidOrder;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.division.Eligibility;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.Policy.CapitalBasis;
import id.lumbung.shu.division.Policy.LeaverPolicy;
import id.lumbung.shu.journal.Entry.Kind;
import id.lumbung.shu.journal.JournalLines.Line;
import id.lumbung.shu.journal.JournalLines.Office;
import java.time.Instant;
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

class MemberAccountTest {

    private static final UUID COOPERATIVE = UUID.randomUUID();
    private static final UUID MEMBER = UUID.randomUUID();
    private static final BookYear YEAR = BookYear.of(2025, ZoneId.of("Asia/Jakarta"));

    private static Line line(Kind kind, String at, long amount, @Nullable String detail) {
        return new Line(
                UUID.randomUUID(),
                kind,
                MEMBER,
                Instant.parse(at).toEpochMilli(),
                amount,
                detail,
                new Office(
                        kind == Kind.MEMBER_JOINED ? MEMBER : UUID.randomUUID(),
                        kind == Kind.MEMBER_LEFT ? MEMBER : null,
                        null,
                        null));
    }

    private static Line joined(String at) {
        return line(Kind.MEMBER_JOINED, at, 0, "ORDINARY");
    }

    private static MemberAccount account(List<Line> lines) {
        return MemberAccount.of(COOPERATIVE, MEMBER, YEAR, YEAR.from(), lines, Set.of());
    }

    private static Policy.Rules rules(
            @Nullable CapitalBasis basis,
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
                        null,
                        leavers,
                        inactiveAfterMonths,
                        null)
                .rules();
    }

    /** 100,000 paid on 1 October stand 92 of 365 days. */
    @Test
    void savingsCountByTheDaysTheyStand() {
        var account =
                account(
                        List.of(
                                joined("2025-01-01T12:00:00Z"),
                                line(Kind.DEPOSIT, "2025-09-30T17:00:00Z", 100_000, "MANDATORY")));
        assertThat(account.weights(rules(null, null, null)).capital()).isEqualTo(25_205);
        assertThat(account.weights(rules(CapitalBasis.CLOSING_BALANCE, null, null)).capital())
                .isEqualTo(100_000);
    }

    @Test
    void aDayBeginsWhereTheCooperativeIs() {
        var lastSecond =
                account(
                        List.of(
                                joined("2025-01-01T12:00:00Z"),
                                line(Kind.DEPOSIT, "2025-12-31T16:59:59Z", 365, "MANDATORY")));
        assertThat(lastSecond.weights(rules(null, null, null)).capital()).isEqualTo(1);
    }

    @Test
    void whoLeavesCountsUntilThenOrForfeits() {
        var account =
                account(
                        List.of(
                                joined("2024-01-01T12:00:00Z"),
                                line(Kind.DEPOSIT, "2024-06-01T02:00:00Z", 365, "MANDATORY"),
                                line(Kind.SALE, "2025-01-10T02:00:00Z", 500, null),
                                line(Kind.MEMBER_LEFT, "2025-01-10T12:00:00Z", 0, "REQUEST"),
                                line(Kind.SALE, "2025-01-11T02:00:00Z", 900, null),
                                line(Kind.WITHDRAWAL, "2025-02-01T02:00:00Z", -365, "MANDATORY")));
        var proRata = rules(null, LeaverPolicy.PRO_RATA_AFTER_RAT, null);
        assertThat(account.weights(proRata).business()).isEqualTo(500);
        assertThat(account.weights(proRata).capital()).isEqualTo(10);
        assertThat(account.business().outsideMembership()).isEqualTo(900);
        var forfeit = rules(null, LeaverPolicy.FORFEIT, null);
        assertThat(account.eligibility(forfeit)).isEqualTo(Eligibility.LEFT);
        assertThat(account.weights(forfeit).business()).isZero();
        assertThat(account.weights(forfeit).capital()).isZero();
    }

    @Test
    void whoPaysNothingForMonthsIsInactiveWhereThePolicySaysSo() {
        var account =
                account(
                        List.of(
                                joined("2024-01-01T12:00:00Z"),
                                line(Kind.DEPOSIT, "2025-06-30T02:00:00Z", 10_000, "MANDATORY")));
        assertThat(account.eligibility(rules(null, null, 6))).isEqualTo(Eligibility.INACTIVE);
        assertThat(account.eligibility(rules(null, null, 7))).isEqualTo(Eligibility.SHARES);
        assertThat(account.eligibility(rules(null, null, null))).isEqualTo(Eligibility.SHARES);
    }

    /** The months after leaving are no months without savings. */
    @Test
    void whoLeftWasInactiveOnlyIfTheyWereBefore() {
        var account =
                account(
                        List.of(
                                joined("2024-01-01T12:00:00Z"),
                                line(Kind.DEPOSIT, "2025-01-05T02:00:00Z", 10_000, "MANDATORY"),
                                line(Kind.SALE, "2025-02-10T02:00:00Z", 500, null),
                                line(Kind.MEMBER_LEFT, "2025-03-10T12:00:00Z", 0, "REQUEST")));
        assertThat(account.eligibility(rules(null, null, 3))).isEqualTo(Eligibility.SHARES);
        assertThat(account.weights(rules(null, null, 3)).business()).isEqualTo(500);
        assertThat(account.eligibility(rules(null, null, 2))).isEqualTo(Eligibility.INACTIVE);
    }

    /** What an earlier year counted is not counted again; its savings still stand. */
    @Test
    void anEarlierYearsEntriesAreCountedOnceOnly() {
        var counted = line(Kind.SALE, "2024-05-01T02:00:00Z", 500, null);
        var late = line(Kind.RETURN, "2024-05-02T02:00:00Z", -200, null);
        var saved = line(Kind.DEPOSIT, "2024-05-02T02:00:00Z", 70, "MANDATORY");
        var account =
                MemberAccount.of(
                        COOPERATIVE,
                        MEMBER,
                        YEAR,
                        YEAR.from(),
                        List.of(joined("2024-01-01T12:00:00Z"), counted, late, saved),
                        Set.of(counted.id(), saved.id()));
        assertThat(account.business()).isEqualTo(new MemberAccount.Business(0, 0, 0, -200));
        assertThat(account.savings().get(SavingsKind.MANDATORY).opening()).isEqualTo(70);
        assertThat(account.entries()).doesNotContain(counted.id(), saved.id()).contains(late.id());
    }

    /** A member who did nothing is told so, and stands in the meeting's table. */
    @Test
    void aMemberHasAnAccountInEveryYearOfTheirMembership() {
        var joined = joined("2023-01-01T12:00:00Z");
        var left = line(Kind.MEMBER_LEFT, "2024-05-01T12:00:00Z", 0, "REQUEST");
        var idle =
                MemberAccount.of(
                        COOPERATIVE,
                        MEMBER,
                        YEAR,
                        YEAR.from(),
                        List.of(joined),
                        Set.of(joined.id()));
        assertThat(idle.isEmpty()).isFalse();
        var gone =
                MemberAccount.of(
                        COOPERATIVE,
                        MEMBER,
                        YEAR,
                        YEAR.from(),
                        List.of(joined, left),
                        Set.of(joined.id(), left.id()));
        assertThat(gone.isEmpty()).isTrue();
    }

    @Test
    void inAnyOrderTheAccountIsTheSameToTheByte() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var lines = new ArrayList<Line>();
            lines.add(joined("2024-06-01T12:00:00Z"));
            for (var i = 0; i < 30; i++) {
                var at =
                        Instant.parse("2024-01-01T00:00:00Z")
                                .plusSeconds(random.nextInt(2 * 365 * 86_400))
                                .toString();
                lines.add(
                        switch (random.nextInt(4)) {
                            case 0 -> line(Kind.RETURN, at, -random.nextInt(1_000), null);
                            case 1 -> line(Kind.DEPOSIT, at, random.nextInt(1_000), "PRINCIPAL");
                            case 2 -> line(Kind.WITHDRAWAL, at, -random.nextInt(9), "VOLUNTARY");
                            default -> line(Kind.SALE, at, random.nextInt(10_000), null);
                        });
            }
            var first = AccountDocuments.document(account(lines), new UUID(0, 1));
            Collections.shuffle(lines, random);
            assertThat(AccountDocuments.document(account(lines), new UUID(0, 1))).isEqualTo(first);
        }
    }

    @Test
    void idsAreOrderedAsEveryDatabaseOrdersThem() {
        var low = new UUID(0x7fffffffffffffffL, -1);
        var high = new UUID(0x8000000000000000L, 0);
        assertThat(UuidOrder.BY_BYTES.compare(low, high)).isNegative();
        assertThat(low.compareTo(high)).isPositive();
        assertThat(UuidOrder.BY_BYTES.compare(high, high)).isZero();
    }
}
