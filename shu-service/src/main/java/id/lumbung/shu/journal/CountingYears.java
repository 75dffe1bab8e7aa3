package id.lumbung.shu.journal;

import java.time.Instant;
import java.util.UUID;

/** In which book year something counts that is not journalled yet. */
public interface CountingYears {

    /**
     * @param bookYear that it is of
     * @param countsIn the same while the books are open; afterwards the first year whose books are,
     *     as an adjustment
     */
    record CountingYear(int bookYear, int countsIn) {
        boolean isClosed() {
            return bookYear != countsIn;
        }
    }

    CountingYear of(UUID cooperativeId, Instant countsAt);
}
