package id.lumbung.shu.closing.record;

import id.lumbung.shu.bookyear.Deadlines;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A book year with what the law sets for it.
 *
 * @param reserve the reserve fund over the year, once it is divided
 * @param meetingBy the RAT is due within six months after the year (UU 25/1992 art. 26)
 * @param reportBy the report is due a month before the RAT (art. 35)
 */
public record BookYearView(
        BookYearRecord bookYear,
        @Nullable ReserveBalance reserve,
        LocalDate reportBy,
        LocalDate meetingBy) {
    public static BookYearView of(BookYearRecord record) {
        var deadlines = Deadlines.of(record.bookYear());
        return new BookYearView(record, record.reserve(), deadlines.report(), deadlines.meeting());
    }
}
