package id.lumbung.launcher.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.launcher.client.ControlTotals.Book;
import id.lumbung.launcher.client.FakeBooks;
import id.lumbung.launcher.reconcile.Reconciliation.Side;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReconciliationTest {

    private static final UUID SHOP = new UUID(1, 1);
    private static final UUID OFFICE = new UUID(1, 2);
    private static final LocalDate DAY = LocalDate.of(2025, 3, 4);
    private static final UUID FIRST = new UUID(3, 1);
    private static final UUID SECOND = new UUID(4, 1);
    private static final UUID THIRD = new UUID(5, 1);

    private final FakeBooks books = new FakeBooks();
    private final Reconciliation reconciliation = new Reconciliation(books.totals());

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void theBooksOfSeveralServicesAddUpForOneOutlet() {
        var _ =
                books.with(Book.PHARMACY, SHOP, DAY, FIRST, 700)
                        .with(Book.CLINIC, SHOP, DAY, SECOND, -200)
                        .with(Book.MEMBERSHIP, OFFICE, DAY, THIRD, 50)
                        .with(Book.JOURNAL, SHOP, DAY, SECOND, -200)
                        .with(Book.JOURNAL, SHOP, DAY, FIRST, 700)
                        .with(Book.JOURNAL, OFFICE, DAY, THIRD, 50);

        var report = reconciliation.ofAll();

        assertThat(report.equal()).isTrue();
        assertThat(report.outlets()).isEqualTo(2);
        assertThat(report.outletDays()).isEqualTo(2);
        assertThat(report.own()).isEqualTo(new Side(3, 550));
        assertThat(report.journal()).isEqualTo(new Side(3, 550));
    }

    @Test
    void whatTheJournalLacksIsNamed() {
        var _ =
                books.with(Book.PHARMACY, SHOP, DAY, FIRST, 700)
                        .with(Book.PHARMACY, SHOP, DAY, SECOND, 300)
                        .with(Book.JOURNAL, SHOP, DAY, FIRST, 700)
                        .pending(Book.PHARMACY, 4);

        var report = reconciliation.ofAll();

        assertThat(report.equal()).isFalse();
        assertThat(report.pending()).isEqualTo(Map.of(Book.PHARMACY, 4L));
        assertThat(new ReconciliationTable(report).text())
                .contains("missing in the journal: " + SECOND)
                .contains("pending: pharmacy has 4 facts");
        assertThat(new JsonMapper().writeValueAsString(new ReconciliationTable(report).json()))
                .isEqualTo(
                        """
                        {"equal":false,"outlets":1,"outletDays":1,"differences":[{"outletId":"%s","day":"2025-03-04",\
                        "own":{"count":2,"sum":1000},"journal":{"count":1,"sum":700},"missing":["%s"]}]}\
                        """
                                .formatted(SHOP, SECOND));
    }

    @Test
    void whatOnlyTheJournalHasIsNamed() {
        var _ = books.with(Book.JOURNAL, SHOP, DAY, FIRST, 700);

        var differences = reconciliation.ofAll().differences();

        assertThat(differences).hasSize(1);
        assertThat(differences.getFirst().surplus()).containsExactly(FIRST);
        assertThat(differences.getFirst().missing()).isEmpty();
    }

    @Test
    void anotherAmountUnderTheSameIdIsNamed() {
        var _ =
                books.with(Book.PHARMACY, SHOP, DAY, FIRST, 700)
                        .with(Book.JOURNAL, SHOP, DAY, FIRST, 701);

        assertThat(reconciliation.ofAll().differences().getFirst().differing())
                .containsExactly(FIRST);
    }

    @Test
    void aFactOnAnotherDayIsADifferenceOnBoth() {
        var _ =
                books.with(Book.PHARMACY, SHOP, DAY, FIRST, 700)
                        .with(Book.JOURNAL, SHOP, DAY.plusDays(1), FIRST, 700);

        assertThat(reconciliation.of(Set.of(SHOP)).differences()).hasSize(2);
    }

    @Test
    void onlyServicesThatKnowAnOutletKeepIt() {
        var _ =
                books.with(Book.PHARMACY, SHOP, DAY, FIRST, 700)
                        .with(Book.JOURNAL, SHOP, DAY, FIRST, 700);

        assertThat(reconciliation.keepersOf(SHOP)).containsExactly(Book.PHARMACY);
        assertThat(reconciliation.keepersOf(OFFICE)).isEmpty();
    }
}
