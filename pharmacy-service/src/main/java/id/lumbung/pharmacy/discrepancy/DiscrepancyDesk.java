package id.lumbung.pharmacy.discrepancy;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Caller;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where discrepancies are settled, by those who may. */
@Component
class DiscrepancyDesk {

    private final DiscrepancyList list;
    private final Settlements settlements;
    private final AuditLog audit;
    private final Clock clock;

    DiscrepancyDesk(DiscrepancyList list, Settlements settlements, AuditLog audit, Clock clock) {
        this.list = list;
        this.settlements = settlements;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Settles a discrepancy; the same asked again is answered the same.
     *
     * @throws id.lumbung.edge.problem.Refusal when there is none on that day, the caller may not,
     *     or it is settled otherwise
     */
    ListedDiscrepancy settle(UUID id, SettlementRequest asked) {
        var standing = find(id, asked);
        requireSettler(standing);
        if (!standing.isOpen()) {
            var before = standing.settlement();
            if (before == null || !before.isOf(asked.outcome(), asked.reason())) {
                throw DiscrepancyRule.SETTLED_OTHERWISE.because(
                        "Selisih ini sudah diselesaikan. Baca lagi.",
                        "This discrepancy is settled already. Read it again.");
            }
            return standing;
        }
        audit.record(
                "DISCREPANCY_SETTLED",
                asked.cooperativeId(),
                id.toString(),
                "%s %s: %s".formatted(standing.kind(), asked.outcome(), asked.reason()));
        settlements.keep(
                new Settlement(
                        id,
                        asked.cooperativeId(),
                        asked.outletId(),
                        standing.figures(),
                        asked.outcome(),
                        asked.reason(),
                        Actor.current().subject(),
                        clock.instant()));
        return find(id, asked);
    }

    private ListedDiscrepancy find(UUID id, SettlementRequest asked) {
        var day = new Days(asked.cooperativeId(), asked.outletId(), asked.day(), asked.day());
        return list.of(day).stream()
                .filter(it -> it.id().equals(id))
                .findAny()
                .orElseThrow(() ->
                        DiscrepancyRule.NO_SUCH_DISCREPANCY.because(
                                "Tidak (lagi) ada selisih ini pada hari itu.",
                                "There is no such discrepancy on that day, or no longer."));
    }

    private static void requireSettler(ListedDiscrepancy standing) {
        if (standing.settledBy().stream().noneMatch(Caller.current()::is)) {
            throw DiscrepancyRule.SETTLED_BY_OTHERS.because(
                    "Yang menyelesaikan ini: %s.".formatted(standing.settledBy()),
                    "It is settled by: %s.".formatted(standing.settledBy()));
        }
    }
}
