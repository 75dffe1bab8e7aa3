package id.lumbung.retail.ledger;

import id.lumbung.retail.stock.Card;
import id.lumbung.retail.stock.Movement;
import id.lumbung.retail.stock.Shop;
import id.lumbung.retail.stock.StockState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The end of a card: its last sheet, and what was posted after it.
 *
 * @param sheet empty where the card is read from its beginning
 */
record CardTail(CardKey key, Optional<Sheet> sheet, List<Posted> posted) {

    Card card(Shop shop) {
        return Card.of(shop, opening(), movements().toList());
    }

    StockState opening() {
        return sheet.map(Sheet::closing).orElse(StockState.EMPTY);
    }

    Stream<Movement> movements() {
        return posted.stream()
                .flatMap(it -> it.stock().entries().stream())
                .filter(entry -> entry.card().equals(key.card()))
                .map(StockPosting.Entry::movement)
                .filter(it -> sheet.isEmpty() || !it.effectiveAt().isBefore(end(sheet.get())));
    }

    private static Instant end(Sheet sheet) {
        return CardKey.start(sheet.month().plusMonths(1));
    }

    /** The highest number that a fact has taken on the card; 0 where none has. */
    long lastLimit() {
        var highest =
                posted.stream()
                        .map(it -> it.stock().limits())
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                        .mapToLong(key::numberOf)
                        .max()
                        .orElse(0);
        return Math.max(sheet.map(Sheet::lastLimit).orElse(0L), highest);
    }
}
