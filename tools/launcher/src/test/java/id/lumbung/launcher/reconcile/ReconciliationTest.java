package id.lumbung.launcher.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.launcher.client.ControlBook;
import id.lumbung.launcher.client.FakeBooks;
import id.lumbung.launcher.stack.UserError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What shu-service compares is shown as it says. */
class ReconciliationTest {

    private static final UUID SHOP = new UUID(1, 1);
    private static final UUID OFFICE = new UUID(1, 2);
    private static final LocalDate DAY = LocalDate.of(2025, 3, 4);
    private static final UUID FIRST = new UUID(3, 1);
    private static final UUID SECOND = new UUID(4, 1);

    private final FakeBooks books =
            new FakeBooks()
                    .with(ControlBook.PHARMACY, SHOP, DAY, FIRST, 700)
                    .with(ControlBook.MEMBERSHIP, OFFICE, DAY, SECOND, 50)
                    .with(ControlBook.JOURNAL, SHOP, DAY, FIRST, 700);
    private final Reconciliation reconciliation = new Reconciliation(books.gateway());

    @AfterEach
    void close() {
        books.close();
    }

    private void compares(String differences, String pending) {
        var _ =
                books.comparison(
                        """
                        {"equal":false,"outlets":[
                          {"outletId":"%s","days":1,"own":{"count":2,"sum":1000},"journal":{"count":1,"sum":700}},
                          {"outletId":"%s","days":1,"own":{"count":1,"sum":50},"journal":{"count":1,"sum":50}}],
                         "differing":1,"differences":[%s],"pending":{%s},"troubles":[]}
                        """
                                .formatted(SHOP, OFFICE, differences, pending));
    }

    private static String missing() {
        return """
        {"service":"pharmacy","outletId":"%s","day":"%s",
         "own":{"count":2,"sum":1000,"digest":"1"},"journal":{"count":1,"sum":700,"digest":"2"},
         "missing":{"count":1,"first":["%s"]},"pending":{"count":0,"first":[]},
         "blocked":{"count":0,"first":[]},"extra":{"count":0,"first":[]},
         "differing":{"count":0,"first":[]}}
        """
                .formatted(SHOP, DAY, SECOND);
    }

    @Test
    void outletsOfACooperativeAddUp() {
        compares(missing(), "");

        var report = reconciliation.ofAll();

        assertThat(report.equal()).isFalse();
        assertThat(report.outlets()).isEqualTo(2);
        assertThat(report.outletDays()).isEqualTo(2);
        assertThat(report.own()).isEqualTo(new Side(3, 1_050));
        assertThat(report.journal()).isEqualTo(new Side(2, 750));
        assertThat(report.missing()).isOne();
    }

    @Test
    void whatTheJournalLacksIsNamed() {
        compares(missing(), "\"pharmacy\":4");

        var report = reconciliation.of(List.of(SHOP));

        assertThat(books.comparedOutlet()).isEqualTo("outletId=" + SHOP);
        assertThat(report.pending()).isEqualTo(Map.of("pharmacy", 4L));
        assertThat(new ReconciliationTable(report).text())
                .contains("missing in the journal: " + SECOND)
                .contains("pending: pharmacy has 4 facts");
        assertThat(new JsonMapper().writeValueAsString(new ReconciliationTable(report).json()))
                .isEqualTo(
                        """
                        {"equal":false,"outlets":2,"outletDays":2,"differing":1,"differences":[{"outletId":"%s","day":"2025-03-04",\
                        "own":{"count":2,"sum":1000},"journal":{"count":1,"sum":700},"missing":["%s"],"missingCount":1}],"pending":{"pharmacy":4},"troubles":[]}\
                        """
                                .formatted(SHOP, SECOND));
    }

    @Test
    void anOutletThatNobodyKnowsIsNotCalledEqual() {
        assertThatThrownBy(() -> reconciliation.of(List.of(new UUID(7, 7))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(new UUID(7, 7).toString());
    }

    @Test
    void daysThatDifferAndAreNotNamedAreLeftForTheNextTime() {
        var _ =
                books.comparison(
                        """
                        {"equal":false,"outlets":[],"differing":1500,"differences":[],"pending":{},"troubles":[]}\
                        """);
        assertThat(new Republishing(books.gateway()).ofMissing(null, null))
                .isEqualTo(new Republishing.Republished(0, 1_500));
    }

    @Test
    void onlyServicesThatKnowAnOutletKeepIt() {
        assertThat(reconciliation.keepersOf(SHOP)).containsExactly(ControlBook.PHARMACY);
        assertThat(reconciliation.keepersOf(new UUID(7, 7))).isEmpty();
    }
}
