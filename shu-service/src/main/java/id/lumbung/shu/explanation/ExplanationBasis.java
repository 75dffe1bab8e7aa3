package id.lumbung.shu.explanation;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.explanation.Explanation.Label;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the amounts of an explanation rest on: what is divided or proposed, else what an estimate
 * assumes.
 */
@Component
final class ExplanationBasis {

    private final KnownDenominators denominators;
    private final Estimates estimates;

    ExplanationBasis(KnownDenominators denominators, Estimates estimates) {
        this.denominators = denominators;
        this.estimates = estimates;
    }

    /**
     * @param assumed surplus, while none is proposed; null for the board's figures, or none
     */
    Basis of(BookYearRecord record, @Nullable Rupiah assumed) {
        var proposal = record.proposal();
        var division = record.division();
        if (division != null && proposal != null) {
            return new Basis(
                    Label.DIVIDED,
                    proposal.rules(),
                    proposal.allocation(),
                    new Denominators(division.business(), division.capital()),
                    List.of());
        }
        var assumptions = new ArrayList<String>();
        assumptions.add(
                "Nothing is owed before the annual meeting (RAT) has decided. Belum ada yang menjadi hak sebelum diputuskan RAT.");
        if (proposal != null) {
            return new Basis(
                    Label.PROPOSED,
                    proposal.rules(),
                    proposal.allocation(),
                    denominators.of(record, proposal.rules()),
                    assumptions);
        }
        return estimates.of(record, assumed, assumptions);
    }
}
