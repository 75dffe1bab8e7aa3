package id.lumbung.pharmacy.discrepancy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.lumbung.backbone.security.Role;
import id.lumbung.edge.problem.Bilingual;
import id.lumbung.retail.discrepancy.Discrepancy;
import id.lumbung.retail.discrepancy.DiscrepancyKind;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A discrepancy as it is listed.
 *
 * @param what in the language that was asked for
 * @param factId the sale or the act on stock that caused it; null where that lies further back
 * @param at when the cause happened
 * @param figures base units or rupiah, by their names
 * @param settledBy the roles that may settle it
 * @param settlement how it was settled last; where its figures changed since, it is open again
 */
record ListedDiscrepancy(
        UUID id,
        String kind,
        String what,
        @Nullable UUID factId,
        Instant at,
        Map<String, Long> figures,
        Set<Role> settledBy,
        State state,
        @Nullable Settlement settlement) {

    enum State {
        OPEN,
        SETTLED
    }

    static ListedDiscrepancy of(
            Discrepancy it,
            DiscrepancyKind kind,
            @Nullable UUID factId,
            @Nullable Settlement settlement) {
        var isSettled = settlement != null && settlement.figures().equals(it.figures());
        return new ListedDiscrepancy(
                it.id(),
                it.kind(),
                new Bilingual(kind.indonesian(), kind.english()).forCaller(),
                factId,
                it.at(),
                it.figures(),
                kind.settledBy(),
                isSettled ? State.SETTLED : State.OPEN,
                settlement);
    }

    @JsonIgnore
    boolean isOpen() {
        return state == State.OPEN;
    }
}
