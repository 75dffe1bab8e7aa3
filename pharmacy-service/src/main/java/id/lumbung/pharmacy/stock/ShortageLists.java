package id.lumbung.pharmacy.stock;

import id.lumbung.retail.ledger.StockLedger;
import id.lumbung.retail.stock.Consumption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is running out, by the same predicate as what expires. */
@Component
class ShortageLists {

    private final AskedOutlets outlets;
    private final StockLedger ledger;
    private final RateOfSale rate;

    ShortageLists(AskedOutlets outlets, StockLedger ledger, RateOfSale rate) {
        this.outlets = outlets;
        this.ledger = ledger;
        this.rate = rate;
    }

    /** What lasts for no more than so many days, at the rate of the last weeks. */
    List<ListedProduct> low(Asked asked, int days) {
        return listed(asked)
                .filter(it -> it.usable() <= new Consumption(it.sold(), it.days()).in(days))
                .toList();
    }

    /** Of which there is nothing to hand over. */
    List<ListedProduct> out(Asked asked) {
        return listed(asked).filter(it -> it.usable() == 0).toList();
    }

    private Stream<ListedProduct> listed(Asked asked) {
        var shop = outlets.shop(asked);
        var day = outlets.day(asked, shop);
        return outlets.products(asked).stream()
                .map(product -> {
                    var usable = ledger.card(shop, product).closing().usable(shop, day);
                    var consumption = rate.of(shop, product, day);
                    return new ListedProduct(
                            product,
                            outlets.name(asked, product),
                            usable,
                            consumption.sold(),
                            consumption.days());
                });
    }
}
