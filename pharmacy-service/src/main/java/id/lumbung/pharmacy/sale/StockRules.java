package id.lumbung.pharmacy.sale;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.pharmacy.licence.OutletProfiles;
import id.lumbung.pharmacy.stock.RecentStock;
import id.lumbung.retail.stock.Batch;
import id.lumbung.retail.stock.Lot;
import id.lumbung.retail.stock.Shop;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Which goods are handed over: none that are expired or held. That the books have too little is no
 * reason to refuse; that all they have may not be handed over is one.
 */
@Component
class StockRules {

    private final RecentStock stock;
    private final OutletProfiles profiles;

    StockRules(RecentStock stock, OutletProfiles profiles) {
        this.stock = stock;
        this.profiles = profiles;
    }

    /**
     * @throws Refusal when a line takes what may not be handed over
     */
    void require(Sale sale) {
        var shop = profiles.shop(sale.cooperativeId(), sale.outletId());
        var day = shop.dateAt(sale.at());
        for (var line : sale.lines()) {
            var product = line.productId();
            var batch = line.batch();
            if (product != null) {
                if (batch == null) {
                    requireUsable(shop, product, line.quantity(), day);
                } else {
                    requireGood(shop, product, batch.batch(), day);
                }
            }
        }
    }

    private void requireGood(Shop shop, UUID product, Batch batch, LocalDate day) {
        if (!batch.isGoodOn(day.plusDays(shop.stopDaysBeforeExpiry()))) {
            throw UnusableStock.expired(batch);
        }
        var isHeld =
                stock.of(shop, product).state().lots().stream()
                        .anyMatch(lot -> lot.isHeld() && lot.batch().equals(batch));
        if (isHeld) {
            throw UnusableStock.held(batch);
        }
    }

    private void requireUsable(Shop shop, UUID product, long quantity, LocalDate day) {
        var recent = stock.of(shop, product);
        var usable = Math.max(0, recent.state().usable(shop, day) - recent.soldSince().get());
        var all = recent.state().lots().stream().mapToLong(Lot::total).sum();
        var unusable = all - recent.state().usable(shop, day);
        if (usable < quantity && unusable > 0) {
            throw UnusableStock.allOfIt(usable, quantity, unusable);
        }
    }
}
