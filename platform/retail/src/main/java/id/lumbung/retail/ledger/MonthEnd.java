package id.lumbung.retail.ledger;

import id.lumbung.retail.stock.Card;
import id.lumbung.retail.stock.Shop;
import java.time.Instant;
import java.time.YearMonth;

/** Puts the months of a card that have ended, and had movements, into sheets. */
final class MonthEnd {

    private final Sheets sheets;

    MonthEnd(Sheets sheets) {
        this.sheets = sheets;
    }

    void close(Shop shop, CardTail tail, Instant now) {
        var all = tail.movements().toList();
        all.stream()
                .map(it -> CardKey.month(it.effectiveAt()))
                .distinct()
                .sorted()
                .filter(month -> isOver(month, now))
                .forEach(month -> {
                    var end = CardKey.start(month.plusMonths(1));
                    var until = all.stream().filter(it -> it.effectiveAt().isBefore(end)).toList();
                    sheets.keep(
                            new Sheet(
                                    tail.key().page(month),
                                    tail.key().card(),
                                    month,
                                    Sheets.rule(shop),
                                    Card.of(shop, tail.opening(), until).closing(),
                                    tail.lastLimit(),
                                    now));
                });
    }

    private static boolean isOver(YearMonth month, Instant now) {
        var end = CardKey.start(month.plusMonths(1));
        return !end.plus(StockPosting.GRACE).plus(Sheets.MARGIN).isAfter(now);
    }
}
