package id.lumbung.shu.closing.books;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.closing.record.BookYearStore;
import id.lumbung.shu.closing.record.ClosingRule;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** In which order the years of a cooperative are closed. */
@Component
class ClosingOrder {

    private final BookYearStore store;
    private final ClosableYears years;

    ClosingOrder(BookYearStore store, ClosableYears years) {
        this.store = store;
        this.years = years;
    }

    /**
     * A later year may count already what came late for this one; it would count twice. Nor may two
     * years freeze at once, for neither would see what the other counts.
     */
    void requireNoOther(UUID cooperativeId, int year) {
        for (var other : store.all(cooperativeId)) {
            if (other.bookYear() > year && other.hasClosedBooks()) {
                throw ClosingRule.LATER_YEAR_CLOSED.because(
                        "Buku tahun %d sudah ditutup, jadi buku tahun %d tetap seperti adanya. Yang datang untuk %d kini dihitung di tahun pertama yang terbuka sesudah %d."
                                .formatted(other.bookYear(), year, year, other.bookYear()),
                        "The books of %d are closed, so those of %d stay as they are. What comes for %d now counts in the first year that is open after %d."
                                .formatted(other.bookYear(), year, year, other.bookYear()));
            }
            if (other.bookYear() != year && other.hasClosingUnderWay()) {
                throw ClosingRule.OTHER_YEAR_CLOSING.because(
                        "Buku tahun %d sedang ditutup, atau dibuka lagi. Coba lagi sesudah itu."
                                .formatted(other.bookYear()),
                        "The books of %d are being closed, or opened again. Ask again when they are."
                                .formatted(other.bookYear()));
            }
        }
    }

    /**
     * @throws Refusal when the year is not over, another step is under way, or another year comes
     *     first
     */
    void requireNext(UUID cooperativeId, BookYear year, Instant now) {
        ClosableYears.requireOver(year, now);
        requireNoOther(cooperativeId, year.year());
        years.requireSomething(cooperativeId, year);
        years.requireEarlierClosed(cooperativeId, year);
    }
}
