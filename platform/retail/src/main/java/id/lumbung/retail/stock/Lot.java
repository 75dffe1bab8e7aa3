package id.lumbung.retail.stock;

import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a shop has of one batch.
 *
 * @param isHeld whether it is held back or called back: counted and destroyed, never handed over
 * @param since when the first of what is there came
 * @param layers what it cost; as many units as there are, in all places together
 */
public record Lot(
        Batch batch, Quantities quantities, boolean isHeld, Instant since, List<CostLayer> layers) {

    /** What was taken, and what is left. */
    record Taken(Lot left, Rupiah cost) {}

    public Lot {
        layers = List.copyOf(layers);
    }

    static Lot empty(Batch batch, Instant since) {
        return new Lot(batch, Quantities.NONE, false, since, List.of());
    }

    public long on(Place place) {
        return quantities.on(place);
    }

    public long total() {
        return quantities.total();
    }

    /** What all of it cost. */
    public Rupiah value() {
        return layers.stream().map(CostLayer::value).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    Lot marked(boolean isHeld, Instant at) {
        return new Lot(batch, quantities, isHeld, total() == 0 ? at : since, layers);
    }

    Lot plus(Place place, CostLayer layer, Instant at) {
        return new Lot(
                batch,
                quantities.plus(place, layer.quantity()),
                isHeld,
                total() == 0 ? at : since,
                Stream.concat(layers.stream(), Stream.of(layer)).toList());
    }

    Lot moved(Place from, Place to, long quantity) {
        var moved = quantities.plus(from, -quantity).plus(to, quantity);
        return new Lot(batch, moved, isHeld, since, layers);
    }

    /**
     * @param quantity no more than is there
     * @param preferred the receipt whose goods go first; else those that came first
     */
    Taken take(Place place, long quantity, @Nullable UUID preferred) {
        var left = new ArrayList<CostLayer>();
        var cost = Rupiah.ZERO;
        var rest = quantity;
        for (var layer : inOrder(preferred)) {
            var part = Math.min(rest, layer.left());
            cost = cost.plus(layer.costOf(part));
            rest -= part;
            if (part < layer.left()) {
                left.add(layer.without(part));
            }
        }
        var lot = new Lot(batch, quantities.plus(place, -quantity), isHeld, since, left);
        return new Taken(lot, cost);
    }

    private List<CostLayer> inOrder(@Nullable UUID preferred) {
        return Stream.concat(
                        layers.stream().filter(layer -> layer.source().equals(preferred)),
                        layers.stream().filter(layer -> !layer.source().equals(preferred)))
                .toList();
    }
}
