package id.lumbung.retail.stock;

import id.lumbung.backbone.money.Rupiah;
import java.util.UUID;

/**
 * Goods that came in together and what they cost together. The unit that leaves as the k-th costs
 * what the first k cost, rounded down to a rupiah, less what the first k - 1 cost: singly or in any
 * lots, all units together cost the whole, to the last rupiah.
 *
 * @param source the movement they came in by
 * @param quantity base units that came in
 * @param cost rupiah for all of them
 * @param taken how many have left since
 */
public record CostLayer(UUID source, long quantity, Rupiah cost, long taken) {

    long left() {
        return quantity - taken;
    }

    /** What those that are left cost. */
    Rupiah value() {
        return cost.minus(cost.portion(taken, quantity));
    }

    Rupiah costOf(long next) {
        return cost.portion(taken + next, quantity).minus(cost.portion(taken, quantity));
    }

    CostLayer without(long next) {
        return new CostLayer(source, quantity, cost, taken + next);
    }
}
