package id.lumbung.shu.payout;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;

import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.closing.surplus.DividedYears;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is paid and unpaid of a divided year. */
@Component
class PaymentList {

    private static final int PAGE = 500;

    private final FactStore<Payment> payments;
    private final FactStore<PaymentReversal> reversals;
    private final DividedYears years;

    PaymentList(
            FactStore<Payment> payments, FactStore<PaymentReversal> reversals, DividedYears years) {
        this.payments = payments;
        this.reversals = reversals;
        this.years = years;
    }

    PaymentPage page(UUID cooperativeId, int year, @Nullable UUID after, int limit) {
        var page = after(cooperativeId, year, after, limit);
        return new PaymentPage(
                after == null ? totals(cooperativeId, year) : null,
                page,
                page.size() < limit ? null : page.getLast().id());
    }

    /**
     * @throws Refusal when the year is not divided
     */
    PaymentTotals totals(UUID cooperativeId, int year) {
        var division = years.divided(cooperativeId, year);
        var paid = Rupiah.ZERO;
        var members = 0L;
        UUID after = null;
        List<Payment> page;
        do {
            page = after(cooperativeId, year, after, PAGE);
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

    private List<Payment> after(UUID cooperativeId, int year, @Nullable UUID after, int limit) {
        var ofYear = OfYear.filter(cooperativeId, year);
        return payments.find(after == null ? ofYear : and(ofYear, gt("_id", after)), limit);
    }
}
