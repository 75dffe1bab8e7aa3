package id.lumbung.pharmacy.stock;

import id.lumbung.retail.ledger.StockLedger;
import id.lumbung.retail.stock.Lot;
import id.lumbung.retail.stock.Place;
import id.lumbung.retail.stock.Shop;
import id.lumbung.retail.stock.StockState;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What is about to expire, or may not be handed over any more. All lists ask one predicate ({@link
 * Shop#isUsable}) of what is there now, on a day of the outlet's calendar.
 */
@Component
class ExpiryLists {

    private final AskedOutlets outlets;
    private final StockLedger ledger;

    ExpiryLists(AskedOutlets outlets, StockLedger ledger) {
        this.outlets = outlets;
        this.ledger = ledger;
    }

    /** Which lots are on a list. */
    private interface Listing {
        List<Lot> of(Shop shop, LocalDate day, StockState state);
    }

    /** What may be handed over today, and no longer so many days later. */
    List<ListedBatch> nearExpiry(Asked asked, int days) {
        return lots(asked, (shop, day, state) -> state.nearExpiry(shop, day, days));
    }

    /** What is on the shelf and may not be handed over: expired, held or called back. */
    List<ListedBatch> unusable(Asked asked) {
        return lots(asked, (shop, day, state) -> state.unusableLots(shop, day));
    }

    private List<ListedBatch> lots(Asked asked, Listing which) {
        var shop = outlets.shop(asked);
        var day = outlets.day(asked, shop);
        return outlets.products(asked).stream()
                .flatMap(product ->
                        which.of(shop, day, ledger.card(shop, product).closing()).stream()
                                .map(lot ->
                                        ListedBatch.of(
                                                product,
                                                outlets.name(asked, product),
                                                lot.batch(),
                                                lot.on(Place.SHELF))))
                .toList();
    }
}
