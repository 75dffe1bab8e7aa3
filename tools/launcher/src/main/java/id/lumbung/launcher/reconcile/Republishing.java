package id.lumbung.launcher.reconcile;

import id.lumbung.launcher.client.ControlTotals;
import id.lumbung.launcher.client.Gateway;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has services publish facts once more. Days are inclusive; null is no bound. */
public final class Republishing {

    private final ControlTotals totals;
    private final Reconciliation reconciliation;

    /**
     * @param gateway as an operator
     */
    public Republishing(Gateway gateway) {
        this.totals = new ControlTotals(gateway);
        this.reconciliation = new Reconciliation(gateway);
    }

    /**
     * What was done of what the journal lacks.
     *
     * @param facts that were published
     * @param daysLeft outlet days that differ, too, and were not named: the next time they are
     */
    public record Republished(long facts, long daysLeft) {}

    /**
     * What the journal lacks, by the whole outlet day; of each cooperative the first 1,000 days.
     */
    public Republished ofMissing(@Nullable LocalDate from, @Nullable LocalDate to) {
        var published = 0L;
        var report = reconciliation.ofAll();
        for (var difference : report.differences()) {
            var day = difference.day();
            var within = (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
            if (difference.missing().count() > 0 && within) {
                published += ofOutlet(difference.outletId(), day, day);
            }
        }
        return new Republished(published, report.differing() - report.differences().size());
    }

    /**
     * Of every service that has facts of an outlet.
     *
     * @return how many facts were published
     */
    public long ofOutlet(UUID outlet, @Nullable LocalDate from, @Nullable LocalDate to) {
        var published = 0L;
        for (var keeper : reconciliation.keepersOf(outlet)) {
            published += totals.republish(keeper, outlet, from, to);
        }
        return published;
    }
}
