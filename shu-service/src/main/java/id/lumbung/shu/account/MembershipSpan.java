package id.lumbung.shu.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days of membership without a break.
 *
 * @param leftOn null while it lasts
 */
public record MembershipSpan(LocalDate joinedOn, @Nullable LocalDate leftOn) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(joinedOn) && !isOver(day);
    }

    /** Whether it ended before this day. */
    boolean isOver(LocalDate day) {
        return leftOn != null && day.isAfter(leftOn);
    }

    /** Days of it between two days, both inclusive. */
    int days(LocalDate from, LocalDate to) {
        var begin = joinedOn.isAfter(from) ? joinedOn : from;
        var end = leftOn == null || leftOn.isAfter(to) ? to : leftOn;
        return Math.toIntExact(Math.max(0, end.toEpochDay() - begin.toEpochDay() + 1));
    }
}
