package id.lumbung.pharmacy.stock;

import id.lumbung.retail.ledger.StockLedger;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What outlets have, by product and batch. */
@Component
class Balances {

    private final AskedOutlets outlets;
    private final StockLedger ledger;

    Balances(AskedOutlets outlets, StockLedger ledger) {
        this.outlets = outlets;
        this.ledger = ledger;
    }

    /** Of one product, or of all that the outlet ever had. */
    List<Balance> of(Asked asked, @Nullable UUID productId) {
        var shop = outlets.shop(asked);
        var day = outlets.day(asked, shop);
        var which = productId == null ? outlets.products(asked) : List.of(productId);
        return which.stream()
                .map(it ->
                        Balance.of(
                                it,
                                outlets.name(asked, it),
                                ledger.card(shop, it).closing(),
                                shop,
                                day))
                .toList();
    }
}
