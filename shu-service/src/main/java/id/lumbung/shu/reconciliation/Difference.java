package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.reconciliation.DayTotals;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A day of an outlet that is not the same in its service's database and in the journal.
 *
 * @param service whose database it stands in
 * @param outletId the cooperative's own id for its office
 * @param missing published and not journalled; {@code POST /reconciliation/outlets/{id}/republish}
 *     at the service publishes them once more
 * @param pending not published yet
 * @param blocked the broker will never take their outbox messages as they are
 * @param extra in the journal only
 * @param differing on both sides, with another amount or in another place
 */
public record Difference(
        String service,
        UUID outletId,
        LocalDate day,
        Side own,
        Side journal,
        Facts missing,
        Facts pending,
        Facts blocked,
        Facts extra,
        Facts differing) {

    /**
     * @param sum rupiah
     * @param digest of ids and amounts
     */
    public record Side(long count, long sum, String digest) {

        static Side of(DayTotals.Day day) {
            return new Side(day.count(), day.sum(), day.digest());
        }
    }

    /**
     * @param first the ids of the earliest of them, no more than 100
     */
    public record Facts(long count, List<UUID> first) {}
}
