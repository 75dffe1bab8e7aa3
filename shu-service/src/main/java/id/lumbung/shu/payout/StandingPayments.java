package id.lumbung.shu.payout;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import id.lumbung.backbone.fact.FactStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The payments of a divided year that were not reversed. */
@Component
public class StandingPayments {

    private final FactStore<Payment> payments;
    private final FactStore<PaymentReversal> reversals;

    StandingPayments(FactStore<Payment> payments, FactStore<PaymentReversal> reversals) {
        this.payments = payments;
        this.reversals = reversals;
    }

    /** By member; those who were not paid are left out. */
    public Map<UUID, Payment> of(UUID cooperativeId, int year, Stream<UUID> members) {
        var asked = members.toList();
        var reversed = reversed(cooperativeId, year, asked);
        var ids =
                asked.stream()
                        .map(it -> Payment.id(it, year, reversed.getOrDefault(it, 0)))
                        .toList();
        Map<UUID, Payment> paid = new HashMap<>();
        payments.find(and(OfYear.filter(cooperativeId, year), in("_id", ids)))
                .forEach(payment -> paid.put(payment.memberId(), payment));
        return paid;
    }

    /** How often a payment was reversed, by member; those of whom none was are left out. */
    Map<UUID, Integer> reversed(UUID cooperativeId, int year, List<UUID> members) {
        var reversed = new HashMap<UUID, Integer>();
        reversals
                .find(and(OfYear.filter(cooperativeId, year), in("memberId", members)))
                .forEach(reversal -> reversed.merge(reversal.memberId(), 1, Integer::sum));
        return reversed;
    }
}
