package id.lumbung.backbone.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Days as a stretch of time.
 *
 * @param until exclusive
 */
record DayRange(Instant from, Instant until) {

    /** Where most villages are, and where days begin for who names no zone: western time (WIB). */
    static final String DEFAULT_ZONE = "Asia/Jakarta";

    private static final int LAST_YEAR = 9_998;
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * @param from the first day; from the beginning where null
     * @param to the last day; without end where null
     */
    static DayRange of(@Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone) {
        return new DayRange(
                from == null ? Instant.EPOCH : within(from.atStartOfDay(zone).toInstant()),
                to == null || to.getYear() > LAST_YEAR
                        ? NEVER
                        : within(to.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /** A time as a database can keep it; beyond there are no facts. */
    static Instant within(Instant time) {
        if (time.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        return time.isAfter(NEVER) ? NEVER : time;
    }
}
