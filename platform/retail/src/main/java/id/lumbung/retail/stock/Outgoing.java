package id.lumbung.retail.stock;

import id.lumbung.backbone.money.Rupiah;
import java.util.List;
import java.util.Map;

/** Enters goods that leave, or are set aside as damaged: what the books lack is listed. */
final class Outgoing {

    private final Books books;

    Outgoing(Books books) {
        this.books = books;
    }

    void enter(Movement movement) {
        var at = movement.effectiveAt();
        var named = movement.batch();
        var day = books.shop.dateAt(at);
        var batches = named == null ? books.lots.firstExpiring(books.shop, day) : List.of(named);
        var rest = movement.quantity();
        for (var batch : batches) {
            var part = Math.min(rest, books.lots.of(batch, at).on(movement.place()));
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
            books.beyondBooks.add(beyond);
            books.lines.beyond(beyond, movement.place());
        }
    }

    private void take(Movement movement, Batch batch, long quantity) {
        var at = movement.effectiveAt();
        if (movement.kind() == MovementKind.DAMAGED) {
            books.lots.move(batch, movement.place(), Place.DAMAGED, quantity, at);
            books.lines.change(movement, batch, movement.place(), -quantity, Rupiah.ZERO);
            books.lines.change(movement, batch, Place.DAMAGED, quantity, Rupiah.ZERO);
            return;
        }
        var cost = books.lots.take(batch, movement.place(), quantity, movement.of(), at);
        books.costOut(cost);
        books.lines.change(movement, batch, movement.place(), -quantity, cost.negated());
        books.hand(movement.id(), new HandedOver(batch, quantity, cost));
    }

    private void judge(Movement sale, Batch batch) {
        var lot = books.lots.of(batch, sale.effectiveAt());
        if (!books.shop.isUsable(lot, books.shop.dateAt(sale.effectiveAt()))) {
            var kind = lot.isHeld() ? StockDiscrepancy.SOLD_ON_HOLD : StockDiscrepancy.SOLD_EXPIRED;
            var figures = Map.of("quantity", sale.quantity());
            books.found(kind, sale.id(), sale.effectiveAt(), figures);
        }
    }
}
