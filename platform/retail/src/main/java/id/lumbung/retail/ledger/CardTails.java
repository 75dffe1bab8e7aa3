package id.lumbung.retail.ledger;

import id.lumbung.retail.stock.Movement;
import id.lumbung.retail.stock.MovementKind;
import id.lumbung.retail.stock.Shop;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the ends of cards, as far back as they must be known. */
final class CardTails {

    private final PostedMovements movements;
    private final Sheets sheets;

    CardTails(PostedMovements movements, Sheets sheets) {
        this.movements = movements;
        this.sheets = sheets;
    }

    /**
     * Reads from the last sheet before a month on, or from before the sale that came back, up to
     * the month after.
     */
    CardTail read(Shop shop, CardKey key, YearMonth month) {
        return read(shop, key, month, month.plusMonths(1));
    }

    /** All that was ever posted on a card. */
    CardTail whole(CardKey key) {
        return new CardTail(key, Optional.empty(), movements.all(key));
    }

    /** The same, up to another month. */
    CardTail read(Shop shop, CardKey key, YearMonth month, YearMonth until) {
        var before = month.minusMonths(1);
        while (true) {
            var sheet = sheets.latest(shop, key, before);
            if (sheet.isEmpty()) {
                return new CardTail(key, sheet, movements.all(key));
            }
            var pages =
                    Stream.iterate(sheet.get().month().plusMonths(1), it -> it.plusMonths(1))
                            .takeWhile(it -> !it.isAfter(until))
                            .map(key::page)
                            .toList();
            var tail = new CardTail(key, sheet, movements.on(pages));
            var sold = firstSaleThatCameBack(tail);
            if (sold == null || CardKey.month(sold).isAfter(sheet.get().month())) {
                return tail;
            }
            before = CardKey.month(sold);
        }
    }

    private static @Nullable Instant firstSaleThatCameBack(CardTail tail) {
        return tail.movements()
                .filter(it -> it.kind() == MovementKind.RETURNED)
                .map(Movement::ofAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
