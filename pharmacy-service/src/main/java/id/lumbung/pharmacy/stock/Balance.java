package id.lumbung.pharmacy.stock;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.retail.stock.Beyond;
import id.lumbung.retail.stock.Shop;
import id.lumbung.retail.stock.StockState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an outlet has of a product now, in base units.
 *
 * @param usable what may be handed over on the day that was asked for
 * @param total all that is there, in all places
 * @param beyondBooks what left though the books had no more of it; no count or receipt explains it
 *     yet
 * @param value what all that is there cost
 */
record Balance(
        UUID productId,
        @Nullable String name,
        long usable,
        long total,
        long beyondBooks,
        Rupiah value,
        List<LotView> lots) {

    static Balance of(
            UUID productId, @Nullable String name, StockState state, Shop shop, LocalDate day) {
        return new Balance(
                productId,
                name,
                state.usable(shop, day),
                state.total(),
                state.beyond().stream().mapToLong(Beyond::quantity).sum(),
                state.value(),
                state.lots().stream().map(lot -> LotView.of(lot, shop, day)).toList());
    }
}
