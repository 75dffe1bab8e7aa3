package id.lumbung.shu.bookyear;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * A book year (tahun buku): the calendar year in the cooperative's zone.
 *
 * @param from its first moment
 * @param until the first moment of the next
 */
public record BookYear(int year, ZoneId zone, Instant from, Instant until) {

    public static final int FIRST = 1970;
    public static final int LAST = 2200;

    public static BookYear of(int year, ZoneId zone) {
        return new BookYear(
                year,
                zone,
                LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant(),
                LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toInstant());
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(year, 12, 31);
    }

    /** 365, or 366 in a leap year. */
    public int days() {
        return lastDay().getDayOfYear();
    }

    /** The date of a moment where the cooperative is. */
    public LocalDate date(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /**
     * From when on the years before this one are open.
     *
     * @param closedBefore earlier years whose books are closed
     */
    public Instant openFrom(List<Integer> closedBefore) {
        return closedBefore.stream()
                .max(Comparator.naturalOrder())
                .map(last -> BookYear.of(last, zone).until())
                .orElse(Instant.ofEpochMilli(Long.MIN_VALUE));
    }
}
