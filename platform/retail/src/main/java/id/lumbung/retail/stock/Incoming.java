package id.lumbung.retail.stock;

import static java.util.Objects.requireNonNull;

/** Enters goods that come in: they explain first what left beyond the books. */
final class Incoming {

    private final Books books;

    Incoming(Books books) {
        this.books = books;
    }

    void enter(Movement movement) {
        var batch = requireNonNull(movement.batch());
        var at = movement.effectiveAt();
        var layer = new CostLayer(movement.id(), movement.quantity(), movement.cost(), 0);
        books.lots.add(batch, Place.SHELF, layer, at);
        books.costIn(movement.cost());
        if (movement.quantity() == 0) {
            books.costOut(movement.cost());
        }
        books.lines.change(movement, batch, Place.SHELF, movement.quantity(), movement.cost());
        for (var beyond : books.beyondBooks.explain(batch, movement.quantity())) {
            var cost = books.lots.take(batch, Place.SHELF, beyond.quantity(), movement.id(), at);
            var part = new HandedOver(batch, beyond.quantity(), cost);
            books.costOut(cost);
            books.lines.explained(beyond, at, part);
            books.hand(beyond.movement(), part);
        }
    }
}
