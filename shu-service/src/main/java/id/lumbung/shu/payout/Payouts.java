package id.lumbung.shu.payout;

import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.closing.record.RecordedSteps;
import id.lumbung.shu.closing.surplus.DividedYears;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who of a divided year was paid, when, how and by whom; each once, whoever sends it again. */
@Component
class Payouts {

    private final FactStore<Payment> payments;
    private final StandingPayments standing;
    private final DividedYears years;
    private final RecordedSteps steps;

    Payouts(
            FactStore<Payment> payments,
            StandingPayments standing,
            DividedYears years,
            RecordedSteps steps) {
        this.payments = payments;
        this.standing = standing;
        this.years = years;
        this.steps = steps;
    }

    /**
     * Records that a member was paid the whole entitlement.
     *
     * @throws Refusal when nothing is due, or it was recorded otherwise before
     */
    Payment pay(UUID cooperativeId, int year, UUID memberId, Receipt receipt) {
        var due = years.entitlement(cooperativeId, year, memberId);
        if (!due.total().isMoreThan(Rupiah.ZERO)) {
            throw PayoutRule.NOTHING_DUE.because(
                    "Anggota %s tidak menerima apa pun dari tahun %d.".formatted(memberId, year),
                    "The member %s is due nothing of %d.".formatted(memberId, year));
        }
        receipt.requireNotBefore(years.dueFrom(cooperativeId, year));
        var reversed =
                standing.reversed(cooperativeId, year, List.of(memberId)).getOrDefault(memberId, 0);
        var payment = receipt.of(cooperativeId, year, due, reversed, payments.now());
        var first = payments.find(payment.id());
        if (first.isEmpty()) {
            steps.record("PAYMENT_RECORDED", cooperativeId, year, memberId);
        }
        // Whoever sends it again does not become the one who paid.
        return payments.put(first.map(it -> payment.by(it.by())).orElse(payment));
    }
}
