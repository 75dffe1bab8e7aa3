package id.lumbung.shu.payout;

import id.lumbung.backbone.fact.FactStore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The payments of a divided year, some at a time. */
@Component
class PaymentList {

    private final FactStore<Payment> payments;
    private final PaymentSums sums;

    PaymentList(FactStore<Payment> payments, PaymentSums sums) {
        this.payments = payments;
        this.sums = sums;
    }

    PaymentPage page(UUID cooperativeId, int year, @Nullable UUID after, int limit) {
        var page = OfYear.page(payments, cooperativeId, year, after, limit);
        return new PaymentPage(
                after == null ? sums.of(cooperativeId, year) : null,
                page,
                page.size() < limit ? null : page.getLast().id());
    }
}
