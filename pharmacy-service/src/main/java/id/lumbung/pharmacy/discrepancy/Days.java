package id.lumbung.pharmacy.discrepancy;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Some days of an outlet, by its calendar.
 *
 * @param from the first that is among them, and {@code until} the last
 */
record Days(UUID cooperativeId, UUID outletId, LocalDate from, LocalDate until) {

    private static final int MAX_DAYS = 92;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2200;

    /**
     * @throws id.lumbung.edge.problem.Refusal when they are too many, or none
     */
    Days {
        if (from.getYear() < FIRST_YEAR
                || until.getYear() > LAST_YEAR
                || from.isAfter(until)
                || from.plusDays(MAX_DAYS).isBefore(until)) {
            throw DiscrepancyRule.DAYS_NOT_LISTED.because(
                    "Dari %s sampai %s: paling banyak %d hari, yang awal dahulu."
                            .formatted(from, until, MAX_DAYS),
                    "From %s to %s: at most %d days, the earlier first."
                            .formatted(from, until, MAX_DAYS));
        }
    }
}
