package id.lumbung.shu.bookyear;

import java.time.LocalDate;

/**
 * The law's last days after a book year (UU 25/1992).
 *
 * @param report when the annual report must be ready: a month before the meeting (art. 35)
 * @param meeting when the annual meeting (RAT) must have been held: six months after the year (art.
 *     26)
 */
public record Deadlines(LocalDate report, LocalDate meeting) {

    public static Deadlines of(int bookYear) {
        var meeting = LocalDate.of(bookYear + 1, 6, 30);
        return new Deadlines(meeting.minusMonths(1), meeting);
    }
}
