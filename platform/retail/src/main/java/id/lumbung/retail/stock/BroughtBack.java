package id.lumbung.retail.stock;

import static java.util.Objects.requireNonNull;

import id.lumbung.backbone.money.Rupiah;

/** Enters goods that customers bring back. */
final class BroughtBack {

    private final Books books;

    BroughtBack(Books books) {
        this.books = books;
    }

    /**
     * Against the batches that were really handed over; what no sale explains is of no known batch.
     */
    void enter(Movement movement) {
        var named = movement.batch();
        var sold = books.handedOver(requireNonNull(movement.of()));
        var rest = movement.quantity();
        for (var i = 0; i < sold.size() && rest > 0; i++) {
            var whole = sold.get(i);
            if ((named == null || named.equals(whole.batch())) && whole.quantity() > 0) {
                var part = whole.part(Math.min(rest, whole.quantity()));
                sold.set(i, whole.less(part));
                books.costOut(part.cost().negated());
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
        books.lots.add(part.batch(), Place.RETURNED, layer, movement.effectiveAt());
        books.lines.change(movement, part.batch(), Place.RETURNED, part.quantity(), part.cost());
    }
}
