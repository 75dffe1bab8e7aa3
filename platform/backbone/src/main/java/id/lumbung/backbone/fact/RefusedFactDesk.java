package id.lumbung.backbone.fact;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.edge.problem.Refusal;
import java.time.Clock;
import java.util.Comparator;
import java.util.UUID;

/** Where a person says what became of the money that a {@linkplain RefusedFact refusal} left. */
public final class RefusedFactDesk {

    private final RefusedFacts refused;
    private final AuditLog audit;
    private final Clock clock;
    private final String action;

    /**
     * @param kind of fact, as the audit names it: RETURN
     */
    public RefusedFactDesk(RefusedFacts refused, AuditLog audit, Clock clock, String kind) {
        this.refused = refused;
        this.audit = audit;
        this.clock = clock;
        this.action = kind + "_DIFFERENCE_SETTLED";
    }

    /**
     * Settles it, once. The same asked again is answered the same.
     *
     * @throws Refusal when nothing was refused under this id, or it is not open
     */
    public RefusedFact settle(UUID id, RefusedFact.Settling asked) {
        var standing = covered(id);
        if (standing.isSettledAs(asked)) {
            return standing;
        }
        if (standing.state() != RefusedFact.State.OPEN || !isSettledNow(standing, asked)) {
            throw FactRule.DIFFERENCE_NOT_OPEN.because(
                    "Selisih ini sudah diselesaikan, sudah tercatat, atau sedang dikirim ulang. Baca lagi beberapa menit lagi.",
                    "This difference is settled, was recorded after all, or is being sent again. Read it again in some minutes.");
        }
        return covered(id);
    }

    private boolean isSettledNow(RefusedFact standing, RefusedFact.Settling asked) {
        audit.record(
                action,
                standing.cooperativeId(),
                standing.factId().toString(),
                asked.outcome() + ": " + asked.reason());
        return refused.settle(
                standing,
                new RefusedFact.Settlement(
                        asked.outcome(),
                        asked.reason(),
                        Actor.current().subject(),
                        clock.instant()));
    }

    private RefusedFact covered(UUID id) {
        return refused.find(id).stream()
                .filter(RequestGrant.current()::covers)
                .min(Comparator.comparing(RefusedFact::state))
                .orElseThrow(() ->
                        FactRule.NOTHING_REFUSED.because(
                                "Tidak ada yang ditolak dengan id ini.",
                                "Nothing was refused under this id."));
    }
}
