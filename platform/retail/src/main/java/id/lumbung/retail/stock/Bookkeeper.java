package id.lumbung.retail.stock;

import static java.util.Objects.requireNonNull;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.retail.discrepancy.Discrepancy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Enters movements into a card, in the order in which they happened. */
final class Bookkeeper {

    private final Shop shop;
    private final Lots lots;
    private final BeyondBooks beyondBooks;
    private final CardLines lines;
    private final Map<UUID, List<HandedOver>> handedOver = new HashMap<>();
    private final List<Discrepancy> found = new ArrayList<>();
    private Rupiah costIn;
    private Rupiah costOut;

    Bookkeeper(Shop shop, StockState opening) {
        this.shop = shop;
        this.lots = new Lots(opening.lots());
        this.beyondBooks = new BeyondBooks(opening.beyond());
        this.lines = new CardLines(opening.total());
        this.costIn = opening.costIn();
        this.costOut = opening.costOut();
    }

    void enter(Movement movement) {
        switch (movement.kind().flow()) {
            case IN -> bringIn(movement);
            case MARK -> {
                var isHeld = movement.kind() != MovementKind.RELEASED;
                lots.mark(requireNonNull(movement.batch()), isHeld, movement.effectiveAt());
            }
            case OUT -> takeOut(movement);
            case BACK -> bringBack(movement);
            case COUNT -> count(movement);
        }
    }

    Card card(StockState opening) {
        var closing = new StockState(lots.thatMatter(), beyondBooks.all(), costIn, costOut);
        var open = closing.beyond().stream().map(Bookkeeper::discrepancy);
        return new Card(
                opening,
                closing,
                lines.all(),
                Stream.concat(found.stream(), open).toList(),
                Map.copyOf(handedOver));
    }

    private static Discrepancy discrepancy(Beyond beyond) {
        var kind =
                beyond.kind() == MovementKind.SOLD
                        ? StockDiscrepancy.SOLD_BEYOND_BOOKS
                        : StockDiscrepancy.TAKEN_BEYOND_BOOKS;
        return Discrepancy.of(
                kind, beyond.movement(), beyond.at(), Map.of("quantity", beyond.quantity()));
    }

    private void bringIn(Movement movement) {
        var batch = requireNonNull(movement.batch());
        var at = movement.effectiveAt();
        var layer = new CostLayer(movement.id(), movement.quantity(), movement.cost(), 0);
        lots.add(batch, Place.SHELF, layer, at);
        costIn = costIn.plus(movement.cost());
        if (movement.quantity() == 0) {
            costOut = costOut.plus(movement.cost());
        }
        lines.change(movement, batch, Place.SHELF, movement.quantity(), movement.cost());
        for (var beyond : beyondBooks.explain(batch, movement.quantity())) {
            var cost = lots.take(batch, Place.SHELF, beyond.quantity(), movement.id(), at);
            var part = new HandedOver(batch, beyond.quantity(), cost);
            costOut = costOut.plus(cost);
            lines.explained(beyond, at, part);
            hand(beyond.movement(), part);
        }
    }

    private void takeOut(Movement movement) {
        var at = movement.effectiveAt();
        var named = movement.batch();
        var batches = named == null ? lots.firstExpiring(shop, shop.dateAt(at)) : List.of(named);
        var rest = movement.quantity();
        for (var batch : batches) {
            var part = Math.min(rest, lots.of(batch, at).on(movement.place()));
            if (part > 0) {
                take(movement, batch, part);
                rest -= part;
            }
        }
        if (named != null && movement.kind() == MovementKind.SOLD) {
            judge(movement, named);
        }
        if (rest > 0) {
            var beyond = new Beyond(movement.id(), movement.kind(), named, rest, at);
            beyondBooks.add(beyond);
            lines.beyond(beyond, movement.place());
        }
    }

    private void take(Movement movement, Batch batch, long quantity) {
        var at = movement.effectiveAt();
        if (movement.kind() == MovementKind.DAMAGED) {
            lots.move(batch, movement.place(), Place.DAMAGED, quantity, at);
            lines.change(movement, batch, movement.place(), -quantity, Rupiah.ZERO);
            lines.change(movement, batch, Place.DAMAGED, quantity, Rupiah.ZERO);
            return;
        }
        var cost = lots.take(batch, movement.place(), quantity, movement.of(), at);
        costOut = costOut.plus(cost);
        lines.change(movement, batch, movement.place(), -quantity, cost.negated());
        hand(movement.id(), new HandedOver(batch, quantity, cost));
    }

    private void hand(UUID movement, HandedOver part) {
        handedOver.computeIfAbsent(movement, _ -> new ArrayList<>()).add(part);
    }

    private void judge(Movement sale, Batch batch) {
        var lot = lots.of(batch, sale.effectiveAt());
        if (!shop.isUsable(lot, shop.dateAt(sale.effectiveAt()))) {
            var kind = lot.isHeld() ? StockDiscrepancy.SOLD_ON_HOLD : StockDiscrepancy.SOLD_EXPIRED;
            found.add(
                    Discrepancy.of(
                            kind,
                            sale.id(),
                            sale.effectiveAt(),
                            Map.of("quantity", sale.quantity())));
        }
    }

    /**
     * Against the batches that were really handed over; what no sale explains is of no known batch.
     */
    private void bringBack(Movement movement) {
        var named = movement.batch();
        var sold = handedOver.getOrDefault(requireNonNull(movement.of()), new ArrayList<>());
        var rest = movement.quantity();
        for (var i = 0; i < sold.size() && rest > 0; i++) {
            var whole = sold.get(i);
            if ((named == null || named.equals(whole.batch())) && whole.quantity() > 0) {
                var part = whole.part(Math.min(rest, whole.quantity()));
                sold.set(i, whole.less(part));
                costOut = costOut.minus(part.cost());
                putBack(movement, part);
                rest -= part.quantity();
            }
        }
        if (rest > 0) {
            var batch = named == null ? Batch.UNKNOWN : named;
            putBack(movement, new HandedOver(batch, rest, Rupiah.ZERO));
        }
    }

    private void putBack(Movement movement, HandedOver part) {
        var layer = new CostLayer(movement.id(), part.quantity(), part.cost(), 0);
        lots.add(part.batch(), Place.RETURNED, layer, movement.effectiveAt());
        lines.change(movement, part.batch(), Place.RETURNED, part.quantity(), part.cost());
    }

    private void count(Movement count) {
        var batch = requireNonNull(count.batch());
        var at = count.effectiveAt();
        var there = lots.of(batch, at).on(count.place());
        var explained =
                count.place() == Place.SHELF
                        ? beyondBooks.explain(batch, Long.MAX_VALUE).stream()
                                .mapToLong(Beyond::quantity)
                                .sum()
                        : 0;
        var change = count.quantity() - there;
        var cost = Rupiah.ZERO;
        if (change < 0) {
            cost = lots.take(batch, count.place(), -change, null, at).negated();
            costOut = costOut.minus(cost);
        } else {
            var layer = new CostLayer(count.id(), change, Rupiah.ZERO, 0);
            lots.add(batch, count.place(), layer, at);
        }
        lines.change(count, batch, count.place(), change, cost);
        if (change + explained != 0) {
            found.add(
                    Discrepancy.of(
                            StockDiscrepancy.COUNT_DIFFERENCE,
                            count.id(),
                            at,
                            Map.of(
                                    "books",
                                    there - explained,
                                    "counted",
                                    count.quantity(),
                                    "difference",
                                    change + explained)));
        }
    }
}
