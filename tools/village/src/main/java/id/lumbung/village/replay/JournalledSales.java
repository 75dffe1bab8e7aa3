package id.lumbung.village.replay;

import id.lumbung.launcher.client.ControlBook;
import id.lumbung.launcher.client.ControlTotals;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the journal has of an outlet.
 *
 * @param rupiah of all the sales
 */
record JournalledSales(long sales, long rupiah) {

    private static final JournalledSales NONE = new JournalledSales(0, 0);

    /**
     * @param days from the first of which to the last it is asked for
     * @param partly of which only what was sent counts, since a run of more rows may have gone on
     *     with the day at which this one stopped; null where every day is whole
     */
    static JournalledSales of(
            ControlTotals totals,
            UUID outlet,
            Collection<LocalDate> days,
            @Nullable LastDay partly) {
        if (days.isEmpty()) {
            return NONE;
        }
        var found = NONE;
        var first = Collections.min(days);
        var last = Collections.max(days);
        for (var day : totals.days(ControlBook.JOURNAL, outlet, first, last).days()) {
            if (partly != null && partly.is(day.day())) {
                for (var fact : totals.facts(ControlBook.JOURNAL, outlet, day.day())) {
                    if (partly.holds(fact.factId())) {
                        found = found.and(1, fact.amount());
                    }
                }
            } else {
                found = found.and(day.count(), day.sum());
            }
        }
        return found;
    }

    private JournalledSales and(long moreSales, long moreRupiah) {
        return new JournalledSales(sales + moreSales, Math.addExact(rupiah, moreRupiah));
    }
}
