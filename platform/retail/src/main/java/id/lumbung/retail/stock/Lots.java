package id.lumbung.retail.stock;

import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lots of one product while its card is written. */
final class Lots {

    private final Map<Batch, Lot> byBatch = new HashMap<>();

    Lots(Collection<Lot> lots) {
        lots.forEach(this::put);
    }

    private void put(Lot lot) {
        byBatch.put(lot.batch(), lot);
    }

    Lot of(Batch batch, Instant at) {
        return byBatch.getOrDefault(batch, Lot.empty(batch, at));
    }

    void add(Batch batch, Place place, CostLayer layer, Instant at) {
        if (layer.quantity() > 0) {
            put(of(batch, at).plus(place, layer, at));
        }
    }

    Rupiah take(Batch batch, Place place, long quantity, @Nullable UUID preferred, Instant at) {
        var taken = of(batch, at).take(place, quantity, preferred);
        put(taken.left());
        return taken.cost();
    }

    void move(Batch batch, Place from, Place to, long quantity, Instant at) {
        put(of(batch, at).moved(from, to, quantity));
    }

    void mark(Batch batch, boolean isHeld, Instant at) {
        put(of(batch, at).marked(isHeld, at));
    }

    /** Batches to hand over from, in their order. */
    List<Batch> firstExpiring(Shop shop, LocalDate day) {
        return byBatch.values().stream()
                .filter(lot -> lot.on(Place.SHELF) > 0 && shop.isUsable(lot, day))
                .sorted(StockState.FIRST_EXPIRING)
                .map(Lot::batch)
                .toList();
    }

    List<Lot> thatMatter() {
        return byBatch.values().stream().filter(lot -> lot.total() > 0 || lot.isHeld()).toList();
    }
}
