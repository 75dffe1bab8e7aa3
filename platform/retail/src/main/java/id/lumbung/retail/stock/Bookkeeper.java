package id.lumbung.retail.stock;

import static java.util.Objects.requireNonNull;

/** Enters movements into a card, in the order in which they happened. */
final class Bookkeeper {

    private final Books books;
    private final Incoming incoming;
    private final Outgoing outgoing;
    private final BroughtBack broughtBack;
    private final Counting counting;

    Bookkeeper(Shop shop, StockState opening) {
        this.books = new Books(shop, opening);
        this.incoming = new Incoming(books);
        this.outgoing = new Outgoing(books);
        this.broughtBack = new BroughtBack(books);
        this.counting = new Counting(books);
    }

    void enter(Movement movement) {
        switch (movement.kind().flow()) {
            case IN -> incoming.enter(movement);
            case MARK -> {
                var isHeld = movement.kind() != MovementKind.RELEASED;
                var batch = requireNonNull(movement.batch());
                books.lots.mark(batch, isHeld, movement.effectiveAt());
            }
            case OUT -> outgoing.enter(movement);
            case BACK -> broughtBack.enter(movement);
            case COUNT -> counting.enter(movement);
        }
    }

    Card card(StockState opening) {
        return books.card(opening);
    }
}
