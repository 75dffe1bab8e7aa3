package id.lumbung.shu.closing.meeting;

import id.lumbung.shu.closing.record.BookYearRecord.Proposal;
import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.closing.record.Resolution;
import java.util.LinkedHashMap;

/** Whether the percentages that the minutes have are those that were proposed. */
final class FundsDecided {

    private FundsDecided() {}

    /**
     * @throws id.lumbung.edge.problem.Refusal naming each fund whose percentage differs
     */
    static void require(Resolution resolution, Proposal proposal) {
        var decided = resolution.funds();
        if (decided == null || decided.equals(proposal.rules().funds())) {
            return;
        }
        var differences = new LinkedHashMap<String, String>();
        proposal.rules()
                .funds()
                .forEach((fund, share) -> {
                    if (!share.equals(decided.get(fund))) {
                        differences.put(fund, "%s for %s".formatted(decided.get(fund), share));
                    }
                });
        decided.forEach((fund, share) -> {
            if (!proposal.rules().funds().containsKey(fund)) {
                differences.put(fund, "%s for none".formatted(share));
            }
        });
        throw ClosingRule.FUNDS_DIFFER.because(
                "Persentase yang diputuskan berbeda dari yang diusulkan (basis poin): %s. Setel kebijakan menjadi yang diputuskan, usulkan, lalu catat lagi keputusannya."
                        .formatted(differences),
                "The percentages decided differ from those proposed (basis points): %s. Set the policy to what was decided, propose it and record the resolution again."
                        .formatted(differences));
    }
}
