package id.lumbung.shu.reconciliation;

import id.lumbung.shu.journal.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Of whom, and up to when, both sides are asked.
 *
 * @param zone by which facts are laid into days
 * @param until exclusive
 */
record Question(UUID cooperativeId, ZoneId zone, Instant until) {

    LocalDate day(Entry entry) {
        return entry.at().atZone(zone).toLocalDate();
    }

    /** The first moment of a day, but no later than the end. */
    Instant begin(LocalDate day) {
        var begin = day.atStartOfDay(zone).toInstant();
        return begin.isBefore(until) ? begin : until;
    }
}
