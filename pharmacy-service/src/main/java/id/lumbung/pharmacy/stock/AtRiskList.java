package id.lumbung.pharmacy.stock;

import id.lumbung.retail.ledger.StockLedger;
import id.lumbung.retail.stock.AtRisk;
import java.util.List;
import org.springframework.stereotype.Component;

/** What will go bad on the shelf. */
@Component
class AtRiskList {

    private final AskedOutlets outlets;
    private final StockLedger ledger;
    private final RateOfSale rate;

    AtRiskList(AskedOutlets outlets, StockLedger ledger, RateOfSale rate) {
        this.outlets = outlets;
        this.ledger = ledger;
        this.rate = rate;
    }

    /** What will not be sold before its last day, at the rate of the last weeks. */
    List<ListedBatch> of(Asked asked) {
        var shop = outlets.shop(asked);
        var day = outlets.day(asked, shop);
        return outlets.products(asked).stream()
                .flatMap(product -> {
                    var state = ledger.card(shop, product).closing();
                    var consumption = rate.of(shop, product, day);
                    return AtRisk.of(state, shop, consumption, day).stream()
                            .map(risk ->
                                    ListedBatch.of(
                                            product,
                                            outlets.name(asked, product),
                                            risk.batch(),
                                            risk.quantity()));
                })
                .toList();
    }
}
