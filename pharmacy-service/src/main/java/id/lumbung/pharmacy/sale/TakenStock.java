package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.fact.PutResult;
import id.lumbung.pharmacy.stock.RecentStock;
import org.springframework.stereotype.Component;

/** Takes what was sold off the stock that is remembered, so that the next sale knows of it. */
@Component
class TakenStock {

    private final RecentStock stock;

    TakenStock(RecentStock stock) {
        this.stock = stock;
    }

    /** Nothing where the sale was recorded before. */
    void record(PutResult<Sale> recorded) {
        if (recorded.outcome() != PutResult.Outcome.ACCEPTED) {
            return;
        }
        var sale = recorded.stored();
        for (var line : sale.lines()) {
            var product = line.productId();
            if (product != null) {
                stock.sold(sale.outletId(), product, line.quantity());
            }
        }
    }
}
