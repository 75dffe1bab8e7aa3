package id.lumbung.retail.stock;

import static java.util.Objects.requireNonNull;

import id.lumbung.backbone.money.Rupiah;
import java.util.Map;

/** Enters counts: what was counted is what was there, and a difference is listed. */
final class Counting {

    private final Books books;

    Counting(Books books) {
        this.books = books;
    }

    void enter(Movement count) {
        var batch = requireNonNull(count.batch());
        var at = count.effectiveAt();
        var there = books.lots.of(batch, at).on(count.place());
        var explained =
                count.place() == Place.SHELF
                        ? books.beyondBooks.explain(batch, Long.MAX_VALUE).stream()
                                .mapToLong(Beyond::quantity)
                                .sum()
                        : 0;
        var change = count.quantity() - there;
        var cost = Rupiah.ZERO;
        if (change < 0) {
            cost = books.lots.take(batch, count.place(), -change, null, at).negated();
            books.costOut(cost.negated());
        } else {
            var layer = new CostLayer(count.id(), change, Rupiah.ZERO, 0);
            books.lots.add(batch, count.place(), layer, at);
        }
        books.lines.change(count, batch, count.place(), change, cost);
        if (change + explained != 0) {
            books.found(
                    StockDiscrepancy.COUNT_DIFFERENCE,
                    count.id(),
                    at,
                    Map.of(
                            "books",
                            there - explained,
                            "counted",
                            count.quantity(),
                            "difference",
                            change + explained));
        }
    }
}
