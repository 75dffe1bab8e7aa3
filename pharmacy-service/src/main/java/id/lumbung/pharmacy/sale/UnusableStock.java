package id.lumbung.pharmacy.sale;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.retail.stock.Batch;
import java.util.Map;

/** How goods are refused that may not be handed over. */
final class UnusableStock {

    private UnusableStock() {}

    static Refusal expired(Batch batch) {
        return SaleRule.BATCH_EXPIRED.because(
                "Batch %s kedaluwarsa (%s). Pisahkan, dan ambil batch lain."
                        .formatted(batch.number(), batch.expiry()),
                "The batch %s is past its last day (%s). Put it aside, and take another."
                        .formatted(batch.number(), batch.expiry()));
    }

    static Refusal held(Batch batch) {
        return SaleRule.BATCH_ON_HOLD.because(
                "Batch %s ditahan atau ditarik. Ambil batch lain.".formatted(batch.number()),
                "The batch %s is held or called back. Take another.".formatted(batch.number()));
    }

    /**
     * @param usable base units that are left
     */
    static Refusal allOfIt(long usable, long quantity, long unusable) {
        return SaleRule.STOCK_NOT_USABLE.because(
                "Yang boleh diserahkan tinggal %d; %d lainnya kedaluwarsa, ditahan atau di karantina."
                        .formatted(usable, unusable),
                "%d are left that may be handed over; %d more are expired, held or in quarantine."
                        .formatted(usable, unusable),
                Map.of("there", usable, "wanted", quantity, "unusable", unusable));
    }
}
