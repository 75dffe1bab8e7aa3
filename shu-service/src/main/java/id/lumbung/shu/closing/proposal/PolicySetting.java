package id.lumbung.shu.closing.proposal;

import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearStore;
import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.closing.record.RecordedSteps;
import id.lumbung.shu.division.Policy;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sets by which policy a year is to be divided. */
@Component
class PolicySetting {

    private static final int MAX_POLICIES = 100;

    private final BookYearStore store;
    private final RecordedSteps steps;

    PolicySetting(BookYearStore store, RecordedSteps steps) {
        this.store = store;
        this.steps = steps;
    }

    /**
     * Sets the policy of a year; the one before stays on record.
     *
     * @throws Refusal when it breaks a rule, or the meeting has decided
     */
    BookYearRecord set(UUID cooperativeId, int year, Policy policy) {
        var record = store.get(cooperativeId, year);
        if (record.policy().filter(last -> last.policy().equals(policy)).isPresent()) {
            return record;
        }
        record.requireUndecided();
        var _ = policy.rules();
        if (policy.totalTurnover() != null || policy.totalCapital() != null) {
            throw ClosingRule.TOTALS_ARE_COMPUTED.because(
                    "'totalTurnover' dan 'totalCapital' hanya untuk simulasi; jumlah sebuah tahun buku berasal dari jurnalnya. Tinggalkan keduanya.",
                    "'totalTurnover' and 'totalCapital' are for simulations; a book year's totals come from its journal. Leave them out.");
        }
        if (record.policies().size() == MAX_POLICIES) {
            throw ClosingRule.TOO_MANY_VERSIONS.because(
                    "Kebijakan sudah diubah %d kali; tidak ada versi lagi yang disimpan."
                            .formatted(MAX_POLICIES),
                    "The policy was changed %d times; no more versions are kept."
                            .formatted(MAX_POLICIES));
        }
        return steps.save("POLICY_SET", record.withPolicy(policy, steps.now(), Actor.current()));
    }
}
