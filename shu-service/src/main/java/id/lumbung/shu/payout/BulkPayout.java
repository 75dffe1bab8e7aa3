package id.lumbung.shu.payout;

import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.PutResult;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.record.RecordedSteps;
import id.lumbung.shu.closing.surplus.DividedYears;
import id.lumbung.shu.division.Entitlement;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records that everybody who is due something and was not paid yet was paid in the same way. */
@Component
class BulkPayout {

    private static final int PAGE = 500;

    private final FactStore<Payment> payments;
    private final StandingPayments standing;
    private final DividedYears years;
    private final RecordedSteps steps;

    BulkPayout(
            FactStore<Payment> payments,
            StandingPayments standing,
            DividedYears years,
            RecordedSteps steps) {
        this.payments = payments;
        this.standing = standing;
        this.years = years;
        this.steps = steps;
    }

    void pay(UUID cooperativeId, int year, Receipt receipt) {
        receipt.requireNotBefore(years.dueFrom(cooperativeId, year));
        UUID after = null;
        var recorded = false;
        do {
            var page = years.entitlements(cooperativeId, year, after, PAGE);
            var unpaid = unpaid(cooperativeId, year, page.items(), receipt);
            unpaid.stream().limit(1).forEach(payments::requireTimeAndOutlet);
            if (!recorded && !unpaid.isEmpty()) {
                steps.record("PAYMENTS_RECORDED", cooperativeId, year, cooperativeId);
                recorded = true;
            }
            // One that somebody else records at the same moment stands as they recorded it.
            List<PutResult<Payment>> _ = payments.putAll(unpaid);
            after = page.next() == null ? null : UUID.fromString(page.next());
        } while (after != null);
    }

    private List<Payment> unpaid(
            UUID cooperativeId, int year, List<Entitlement> page, Receipt receipt) {
        var due = page.stream().filter(it -> it.total().isMoreThan(Rupiah.ZERO)).toList();
        var members = due.stream().map(Entitlement::memberId).toList();
        var paid = standing.of(cooperativeId, year, members.stream());
        var reversed = standing.reversed(cooperativeId, year, members);
        return due.stream()
                .filter(it -> !paid.containsKey(it.memberId()))
                .map(it -> {
                    var before = reversed.getOrDefault(it.memberId(), 0);
                    return receipt.of(cooperativeId, year, it, before, payments.now());
                })
                .toList();
    }
}
