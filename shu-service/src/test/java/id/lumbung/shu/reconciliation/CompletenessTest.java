package id.lumbung.shu.reconciliation;

import static id.lumbung.shu.reconciliation.Books.gate;
import static id.lumbung.shu.reconciliation.Books.shut;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.reconciliation.CooperativeFacts.State;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.shu.closing.FakeServices;
import id.lumbung.shu.reconciliation.Gate.Name;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What the services hold beside what is journalled: each difference is found and named. */
@ServiceTest
@Import({FakeServices.class, Books.class})
@TestPropertySource(properties = "lumbung.shu.catch-up=40s")
class CompletenessTest {

    @Autowired private Books books;

    private ReconciledVillage village;

    @BeforeEach
    void openAVillage() {
        village = books.openVillage();
    }

    @Test
    void whereBothSidesAreTheSameEveryGateHolds() {
        awaitAllIn();
        var _ = FakeServices.PHARMACY.asked();
        var check = check();
        assertThat(check.gates()).extracting(Gate::name).containsExactly(Name.values());
        assertThat(check.gates()).allMatch(Gate::holds).allMatch(gate -> gate.figure() == 0);
        assertThat(check.holds()).isTrue();
        assertThat(gate(check, Name.CONTROL_TOTALS).detail())
                .isEqualTo("4 facts of 4 outlet days at 3 outlets are the same on both sides.");
        assertThat(FakeServices.PHARMACY.asked()).isEqualTo(1);
    }

    @Test
    void whatHappenedInTheNextYearIsNotAskedAfter() {
        village.held(village.sale("2025-12-31T15:00:00Z", 5_000), State.PUBLISHED);
        village.held(village.sale("2026-01-01T15:00:00Z", 5_000), State.PENDING);
        ReconciledVillage.publish(village.sale("2025-12-31T15:00:00Z", 6_000));
        awaitAllIn(1);
        assertThat(check().holds()).isTrue();
    }

    @Test
    void aFactThatTheJournalLacksIsNamedWithItsDayAndBothFigures() {
        var lost = village.sale("2025-06-01T04:00:00Z", 3_000);
        village.held(lost, State.PUBLISHED);
        awaitAllIn();
        var gate = gate(check(), Name.CONTROL_TOTALS);
        assertThat(gate.holds()).isFalse();
        assertThat(gate.figure()).isEqualTo(1);
        var difference = gate.differences().getFirst();
        assertThat(difference.service()).isEqualTo("pharmacy");
        assertThat(difference.outletId()).isEqualTo(village.pharmacy);
        assertThat(difference.day()).isEqualTo(LocalDate.of(2025, 6, 1));
        assertThat(difference.own().count()).isEqualTo(2);
        assertThat(difference.own().sum()).isEqualTo(10_000);
        assertThat(difference.journal().count()).isEqualTo(1);
        assertThat(difference.journal().sum()).isEqualTo(7_000);
        assertThat(difference.missing().first()).containsExactly(lost.factId());
        assertThat(difference.pending().count()).isZero();
        assertThat(difference.extra().count()).isZero();
        ReconciledVillage.publish(lost);
        awaitAllIn(1);
        assertThat(check().holds()).isTrue();
    }

    @Test
    void pendingAndBlockedAreNotTakenForMissing() {
        var missing = village.sale("2025-06-01T04:00:00Z", 1_000);
        var pending = village.sale("2025-06-01T05:00:00Z", 1_000);
        var blocked = village.sale("2025-06-01T06:00:00Z", 1_000);
        village.held(missing, State.PUBLISHED);
        village.held(pending, State.PENDING);
        village.held(blocked, State.BLOCKED);
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
    void aFactThatIsJournalledAndBlockedNonethelessShutsItsGateAlone() {
        village.both(village.sale("2025-06-01T06:00:00Z", 1_000), State.BLOCKED);
        awaitAllIn();
        assertThat(shut(check())).containsExactly(Name.BLOCKED);
    }

    @Test
    void anotherAmountIsADifferenceEvenWhereTheSumsAreEqual() {
        var one = village.sale("2025-07-01T03:00:00Z", 1_000);
        var other = village.sale("2025-07-01T04:00:00Z", 2_000);
        ReconciledVillage.publish(one);
        ReconciledVillage.publish(other);
        village.held(ReconciledVillage.withTotal(one, 2_000), State.PUBLISHED);
        village.held(ReconciledVillage.withTotal(other, 1_000), State.PUBLISHED);
        awaitAllIn(2);
        var difference = gate(check(), Name.CONTROL_TOTALS).differences().getFirst();
        assertThat(difference.own().sum()).isEqualTo(difference.journal().sum());
        assertThat(difference.differing().count()).isEqualTo(2);
        assertThat(difference.differing().first()).containsExactly(one.factId(), other.factId());
        assertThat(difference.missing().count()).isZero();
    }

    @Test
    void aFactOnAnotherDayIsADifferenceOnBoth() {
        var sale = village.sale("2025-07-01T03:00:00Z", 1_000);
        ReconciledVillage.publish(sale);
        village.held(ReconciledVillage.at(sale, "2025-07-05T03:00:00Z"), State.PUBLISHED);
        awaitAllIn(1);
        var differences = gate(check(), Name.CONTROL_TOTALS).differences();
        assertThat(differences.stream().map(Difference::day))
                .containsExactly(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 7, 5));
        assertThat(differences.getFirst().extra().first()).containsExactly(sale.factId());
        assertThat(differences.getLast().differing().first()).containsExactly(sale.factId());
    }

    @Test
    void entriesOfAnOutletThatNoServiceKnowsAreADifference() {
        var unheardOf = UUID.randomUUID();
        var sale =
                new SaleCompleted(
                        village.cooperative,
                        UUID.randomUUID(),
                        unheardOf,
                        null,
                        Rupiah.of(9_000),
                        null,
                        Instant.parse("2025-08-01T03:00:00Z"));
        ReconciledVillage.publish(sale);
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
                        village.held(
                                village.sale(
                                        i < 150
                                                ? "2025-09-01T03:00:00Z"
                                                : LocalDate.of(2025, 1, 1).plusDays(i)
                                                        + "T03:00:00Z",
                                        1_000),
                                State.PUBLISHED));
        awaitAllIn();
        var _ = FakeServices.PHARMACY.asked();
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
        assertThat(FakeServices.PHARMACY.asked()).isEqualTo(2);
    }

    @Test
    void aCooperativeOfMoreThanThirtyThousandOutletDaysIsComparedAsOthersAre() {
        var days = LocalDate.of(1998, 1, 1).datesUntil(LocalDate.of(2025, 6, 1)).toList();
        var sales =
                Stream.of(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                UUID.randomUUID())
                        .flatMap(outlet ->
                                days.stream()
                                        .map(day -> day.atTime(3, 0).toInstant(ZoneOffset.UTC))
                                        .map(at -> village.sale(outlet, at, 1_000)))
                        .toList();
        sales.forEach(sale -> village.held(sale, State.PUBLISHED));
        ReconciledVillage.publish(sales);
        awaitAllIn(sales.size());
        assertThat(sales).hasSizeGreaterThan(30_000);
        var gate = gate(check(), Name.CONTROL_TOTALS);
        assertThat(gate.detail())
                .isEqualTo(
                        "%d facts of %d outlet days at 7 outlets are the same on both sides."
                                .formatted(sales.size() + 4, sales.size() + 4));
        assertThat(gate.holds()).isTrue();
    }

    @Test
    void aDayOfMoreThanTwentyThousandFactsIsComparedFactByFact() {
        var at = Instant.parse("2025-09-01T03:00:00Z");
        IntStream.range(0, 22_000)
                .forEach(_ ->
                        village.held(village.sale(village.pharmacy, at, 1_000), State.PUBLISHED));
        awaitAllIn();
        var gate = gate(check(), Name.CONTROL_TOTALS);
        assertThat(gate.detail()).startsWith("1 of 5 outlet days differ: 22000 facts missing");
    }

    private void awaitAllIn() {
        awaitAllIn(0);
    }

    private void awaitAllIn(int more) {
        books.awaitEntries(village, more);
    }

    private CompletenessCheck check() {
        return books.check(village);
    }
}
