package id.lumbung.pharmacy.stock;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.retail.stock.Lot;
import id.lumbung.retail.stock.Place;
import id.lumbung.retail.stock.Shop;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an outlet has of one batch, in base units.
 *
 * @param shelf what may be handed over, unless it is held or no longer good
 * @param returned brought back by customers, in quarantine
 * @param usable whether what is on the shelf may be handed over on the day that was asked for
 * @param value what all of it cost
 */
record LotView(
        String batch,
        @Nullable LocalDate expiry,
        long shelf,
        long returned,
        long damaged,
        boolean held,
        boolean usable,
        Rupiah value) {

    static LotView of(Lot lot, Shop shop, LocalDate day) {
        return new LotView(
                lot.batch().number(),
                lot.batch().expiry(),
                lot.on(Place.SHELF),
                lot.on(Place.RETURNED),
                lot.on(Place.DAMAGED),
                lot.isHeld(),
                shop.isUsable(lot, day),
                lot.value());
    }
}
