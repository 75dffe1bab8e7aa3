package id.lumbung.shu.closing.record;

import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.journal.CountingYears;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Up to which year a cooperative's books are closed, and where what comes late counts. */
@Component
class ClosedYears implements CountingYears {

    private final BookYearStore store;
    private final BookYears bookYears;

    ClosedYears(BookYearStore store, BookYears bookYears) {
        this.store = store;
        this.bookYears = bookYears;
    }

    @Override
    public CountingYear of(UUID cooperativeId, Instant countsAt) {
        var year = countsAt.atZone(bookYears.zone(cooperativeId)).getYear();
        var lastClosed =
                store.all(cooperativeId).stream()
                        .filter(BookYearRecord::hasClosedBooks)
                        .mapToInt(BookYearRecord::bookYear)
                        .max()
                        .orElse(Integer.MIN_VALUE);
        return new CountingYear(year, year > lastClosed ? year : lastClosed + 1);
    }
}
