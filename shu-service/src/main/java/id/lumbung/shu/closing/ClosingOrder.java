package id.lumbung.shu.closing;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.journal.JournalBeginning;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** In which order the years of a cooperative are closed. */
@Component
class ClosingOrder {

    private final BookYearStore store;
    private final BookYearReader reader;
    private final JournalBeginning journal;
    private final BookYears bookYears;

    ClosingOrder(
            BookYearStore store,
            BookYearReader reader,
            JournalBeginning journal,
            BookYears bookYears) {
        this.store = store;
        this.reader = reader;
        this.journal = journal;
        this.bookYears = bookYears;
    }

    /**
     * A later year may count already what came late for this one; it would count twice. Nor may two
     * years freeze at once, for neither would see what the other counts.
     */
    void requireNoOther(UUID cooperativeId, int year) {
        for (var other : store.all(cooperativeId)) {
            if (other.bookYear() > year && other.isClosed()) {
                throw ClosingRule.LATER_YEAR_CLOSED.because(
                        "Buku tahun %d sudah ditutup, jadi buku tahun %d tetap seperti adanya. Yang datang untuk %d kini dihitung di tahun pertama yang terbuka sesudah %d."
                                .formatted(other.bookYear(), year, year, other.bookYear()),
                        "The books of %d are closed, so those of %d stay as they are. What comes for %d now counts in the first year that is open after %d."
                                .formatted(other.bookYear(), year, year, other.bookYear()));
            }
            if (other.bookYear() != year && other.isOpeningOrClosing()) {
                throw ClosingRule.OTHER_YEAR_CLOSING.because(
                        "Buku tahun %d sedang ditutup, atau dibuka lagi. Coba lagi sesudah itu."
                                .formatted(other.bookYear()),
                        "The books of %d are being closed, or opened again. Ask again when they are."
                                .formatted(other.bookYear()));
            }
        }
    }

    /** A year in which nothing had happened yet is closed by mistake, such as 1999. */
    void requireSomething(UUID cooperativeId, BookYear bookYear) {
        if (!journal.anything(cooperativeId, bookYear.until())) {
            throw ClosingRule.YEAR_BEFORE_FIRST_FACT.because(
                    "Belum ada kejadian apa pun di koperasi ini sampai akhir %d. Periksa tahunnya."
                            .formatted(bookYear.year()),
                    "Nothing of this cooperative happened up to the end of %d. Check the year."
                            .formatted(bookYear.year()));
        }
    }

    /**
     * Business of a year whose books are open would be lost to its members if a later year closed
     * first. What arrives for a closed year counts in the next.
     */
    void requireEarlierClosed(UUID cooperativeId, BookYear bookYear) {
        var last =
                reader.closedBefore(cooperativeId, bookYear.year()).stream()
                        .reduce((_, later) -> later);
        if (last.isPresent() && last.get() == bookYear.year() - 1) {
            return;
        }
        var from =
                last.map(closed -> bookYears.of(cooperativeId, closed).until())
                        .orElse(Instant.EPOCH);
        var earlier = journal.anyBusiness(cooperativeId, from, bookYear.from());
        if (earlier.isPresent()) {
            throw ClosingRule.EARLIER_YEAR_OPEN.because(
                    "Ada transaksi di tahun %d, dan bukunya terbuka. Tutup tahun menurut urutannya."
                            .formatted(bookYear.date(earlier.get().countsAt()).getYear()),
                    "There is business in %d, and its books are open. Close the years in their order."
                            .formatted(bookYear.date(earlier.get().countsAt()).getYear()));
        }
    }

    /**
     * @throws Refusal when the year is not over, another step is under way, or another year comes
     *     first
     */
    void requireNext(UUID cooperativeId, BookYear year, Instant now) {
        requireOver(year, now);
        requireNoOther(cooperativeId, year.year());
        requireSomething(cooperativeId, year);
        requireEarlierClosed(cooperativeId, year);
    }

    private static void requireOver(BookYear year, Instant now) {
        if (now.isBefore(year.until())) {
            var end = year.until().atZone(year.zone());
            throw ClosingRule.YEAR_NOT_OVER.because(
                    "Tahun %d belum berakhir sebelum %s.".formatted(year.year(), end),
                    "The year %d is not over before %s.".formatted(year.year(), end));
        }
    }
}
