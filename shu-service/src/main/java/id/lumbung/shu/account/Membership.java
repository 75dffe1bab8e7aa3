package id.lumbung.shu.account;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.journal.JournalLines.Line;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is a member of the cooperative, and of what kind. Who comes back after leaving has
 * several spans. The day of joining and the day of leaving are both days of membership.
 *
 * @param kind null where the journal knows of no joining: nobody's member, so a passer-by. Of the
 *     last membership where there were several
 * @param spans the earliest first
 */
public record Membership(@Nullable MemberKind kind, List<MembershipSpan> spans) {

    public static final Membership NONE = new Membership(null, List.of());

    public Membership {
        spans = List.copyOf(spans);
    }

    /**
     * @param lines of one member, as the office recorded them, in any order; others are passed over
     */
    public static Membership of(List<Line> lines) {
        return MembershipHistory.of(lines);
    }

    public boolean covers(LocalDate day) {
        return spans.stream().anyMatch(span -> span.covers(day));
    }

    /** Whether nobody was a member yet on this day who became one later. */
    boolean beginsAfter(LocalDate day) {
        return !spans.isEmpty() && day.isBefore(spans.getFirst().joinedOn());
    }

    /** The first day of membership; null where there is none. */
    public @Nullable LocalDate joinedOn() {
        return spans.isEmpty() ? null : spans.getFirst().joinedOn();
    }

    /** The last day of membership; null while it lasts, or where there is none. */
    public @Nullable LocalDate leftOn() {
        return spans.isEmpty() ? null : spans.getLast().leftOn();
    }

    /** Days of membership in a year, from a day of that year on. */
    int days(BookYear year, LocalDate from) {
        var begin = from.isBefore(year.firstDay()) ? year.firstDay() : from;
        return spans.stream().mapToInt(span -> span.days(begin, year.lastDay())).sum();
    }

    /** Whether any day of the year, or a later one, is a day of membership. */
    boolean reachesInto(int bookYear) {
        var leftOn = leftOn();
        return kind != null
                && !beginsAfter(LocalDate.of(bookYear, 12, 31))
                && (leftOn == null || leftOn.getYear() >= bookYear);
    }

    /** Whether the year's last day is a day of membership. */
    boolean coversTheEndOf(int bookYear) {
        return covers(LocalDate.of(bookYear, 12, 31));
    }
}
