package id.lumbung.shu.closing.books;

import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.record.BookYearReader;
import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.journal.JournalBeginning;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether a year is over, had anything in it, and is the next whose books close. */
@Component
class ClosableYears {

    private final BookYearReader reader;
    private final JournalBeginning journal;
    private final BookYears bookYears;

    ClosableYears(BookYearReader reader, JournalBeginning journal, BookYears bookYears) {
        this.reader = reader;
        this.journal = journal;
        this.bookYears = bookYears;
    }

    static void requireOver(BookYear year, Instant now) {
        if (now.isBefore(year.until())) {
            var end = year.until().atZone(year.zone());
            throw ClosingRule.YEAR_NOT_OVER.because(
                    "Tahun %d belum berakhir sebelum %s.".formatted(year.year(), end),
                    "The year %d is not over before %s.".formatted(year.year(), end));
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

    /** What arrives for a closed year counts in the next, and so would an open year's business. */
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
}
