package id.lumbung.pharmacy.till;

import id.lumbung.backbone.reconciliation.DayTotals;
import id.lumbung.backbone.reconciliation.ReconciliationSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the books have of a day.
 *
 * @param sum rupiah, returns taken off
 * @param digest 32 hexadecimal digits
 * @param first when the first fact of the day happened; null where there is none
 */
record DayInBooks(
        LocalDate day,
        String zone,
        long count,
        long sum,
        String digest,
        @Nullable Instant first,
        @Nullable Instant last,
        Instant takenAt) {

    private static final String NOTHING = "0".repeat(32);

    static DayInBooks of(
            LocalDate day,
            ZoneId zone,
            List<DayTotals.Day> totals,
            Collection<ReconciliationSource.Line> lines,
            Instant takenAt) {
        var order = Comparator.<Instant>naturalOrder();
        var times = lines.stream().map(ReconciliationSource.Line::at).sorted(order).toList();
        var total = totals.isEmpty() ? new DayTotals.Day(day, 0, 0, NOTHING) : totals.getFirst();
        return new DayInBooks(
                day,
                zone.getId(),
                total.count(),
                total.sum(),
                total.digest(),
                times.isEmpty() ? null : times.getFirst(),
                times.isEmpty() ? null : times.getLast(),
                takenAt);
    }
}
