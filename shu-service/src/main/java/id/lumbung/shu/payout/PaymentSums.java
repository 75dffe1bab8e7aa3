package id.lumbung.shu.payout;

import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.closing.surplus.DividedYears;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is paid and unpaid of a divided year. */
@Component
class PaymentSums {

    private static final int PAGE = 500;

    private final FactStore<Payment> payments;
    private final FactStore<PaymentReversal> reversals;
    private final DividedYears years;

    PaymentSums(
            FactStore<Payment> payments, FactStore<PaymentReversal> reversals, DividedYears years) {
        this.payments = payments;
        this.reversals = reversals;
        this.years = years;
    }

    /**
     * @throws Refusal when the year is not divided
     */
    PaymentTotals of(UUID cooperativeId, int year) {
        var division = years.divided(cooperativeId, year);
        var paid = Rupiah.ZERO;
        var members = 0L;
        UUID after = null;
        List<Payment> page;
        do {
            page = OfYear.page(payments, cooperativeId, year, after, PAGE);
            for (var payment : page) {
                paid = paid.plus(payment.paid());
                members++;
                after = payment.id();
            }
        } while (page.size() == PAGE);
        for (var reversal : reversals.find(OfYear.filter(cooperativeId, year))) {
            paid = paid.minus(reversal.paid());
            members--;
        }
        return new PaymentTotals(
                division.toMembers(),
                paid,
                division.toMembers().minus(paid),
                members,
                division.entitled() - members);
    }
}
