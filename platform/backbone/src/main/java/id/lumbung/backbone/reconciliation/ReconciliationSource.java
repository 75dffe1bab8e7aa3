package id.lumbung.backbone.reconciliation;

import id.lumbung.backbone.fact.OutletOwners.Outlet;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Facts that control totals are taken of: an outlet's own database on one side, the journal on the
 * other.
 */
public interface ReconciliationSource {

    /**
     * What control totals need of one fact.
     *
     * @param eventId by which both sides know it
     * @param amount rupiah, negative for what takes back
     */
    record Line(UUID eventId, UUID factId, Instant at, long amount) {}

    List<Outlet> outlets();

    /** Those of one cooperative. */
    default List<Outlet> outlets(UUID cooperativeId) {
        return outlets().stream()
                .filter(outlet -> outlet.cooperativeId().equals(cooperativeId))
                .toList();
    }

    /** Facts that are written but not published yet; none for the journal. */
    long pending();

    /**
     * Hands over the lines of an outlet between two times, the later exclusive, without holding
     * them all in memory.
     */
    void lines(UUID outletId, Instant from, Instant until, Consumer<Line> to);
}
