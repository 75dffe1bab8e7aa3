package id.lumbung.retail.ledger;

import id.lumbung.retail.stock.Card;
import id.lumbung.retail.stock.CardLine;
import id.lumbung.retail.stock.Movement;
import id.lumbung.retail.stock.MovementKind;
import id.lumbung.retail.stock.Shop;
import id.lumbung.retail.stock.StockState;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The stock cards of a service's shops.
 *
 * <p>A card is read from the last sheet that holds and the pages after it, so that its price does
 * not grow with the years; months that have ended are put into sheets by who reads them. What was
 * written before the reading began is on it. Guarantees nothing about what is written meanwhile:
 * who may not go beyond the books writes by {@link LimitedWrites}.
 */
public final class StockLedger {

    private final Clock clock;
    private final PostedMovements movements;
    private final Sheets sheets;

    /** The movements behind a sheet. */
    private record Tail(Optional<Sheet> sheet, List<Posted> posted) {

        StockState opening() {
            return sheet.map(Sheet::closing).orElse(StockState.EMPTY);
        }

        Stream<Movement> movements(CardKey key) {
            return posted.stream()
                    .flatMap(it -> it.stock().entries().stream())
                    .filter(entry -> entry.card().equals(key.card()))
                    .map(StockPosting.Entry::movement)
                    .filter(it -> sheet.isEmpty() || !it.effectiveAt().isBefore(end(sheet.get())));
        }

        private static Instant end(Sheet sheet) {
            return CardKey.start(sheet.month().plusMonths(1));
        }
    }

    /**
     * @param collections of the facts that have a {@link StockPosting} as their {@code stock}
     */
    public StockLedger(MongoOperations mongo, Clock clock, List<String> collections) {
        this.clock = clock;
        this.movements = new PostedMovements(mongo, collections);
        this.sheets = new Sheets(mongo, movements);
    }

    /** What a shop has of a product now, with the movements since its last sheet. */
    public Card card(Shop shop, UUID productId) {
        return read(shop, productId).card();
    }

    /** The page of a card of one of the shop's months; its opening is what was there before. */
    public List<CardLine> page(Shop shop, UUID productId, YearMonth month) {
        var key = new CardKey(shop.outletId(), productId);
        var tail = tail(shop, key, month, month.plusMonths(1));
        return card(shop, key, tail).lines().stream()
                .filter(line -> YearMonth.from(shop.dateAt(line.at())).equals(month))
                .toList();
    }

    Reading read(Shop shop, UUID productId) {
        var key = new CardKey(shop.outletId(), productId);
        var now = clock.instant();
        var month = CardKey.month(now);
        var tail = tail(shop, key, month, month.plusMonths(1));
        close(shop, key, tail, now);
        return new Reading(card(shop, key, tail), lastLimit(key, tail) + 1);
    }

    private static Card card(Shop shop, CardKey key, Tail tail) {
        return Card.of(shop, tail.opening(), tail.movements(key).toList());
    }

    /** Reads from the last sheet before a month on, or from before the sale that came back. */
    private Tail tail(Shop shop, CardKey key, YearMonth month, YearMonth last) {
        var before = month.minusMonths(1);
        while (true) {
            var sheet = sheets.latest(shop, key, before);
            if (sheet.isEmpty()) {
                return new Tail(sheet, movements.all(key));
            }
            var pages =
                    Stream.iterate(sheet.get().month().plusMonths(1), it -> it.plusMonths(1))
                            .takeWhile(it -> !it.isAfter(last))
                            .map(key::page)
                            .toList();
            var tail = new Tail(sheet, movements.on(pages));
            var sold = firstSaleThatCameBack(key, tail);
            if (sold == null || CardKey.month(sold).isAfter(sheet.get().month())) {
                return tail;
            }
            before = CardKey.month(sold);
        }
    }

    private static @Nullable Instant firstSaleThatCameBack(CardKey key, Tail tail) {
        return tail.movements(key)
                .filter(it -> it.kind() == MovementKind.RETURNED)
                .map(Movement::ofAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static long lastLimit(CardKey key, Tail tail) {
        return Math.max(
                tail.sheet().map(Sheet::lastLimit).orElse(0L), highest(key, tail.posted()));
    }

    private static long highest(CardKey key, List<Posted> posted) {
        return posted.stream()
                .map(it -> it.stock().limits())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .mapToLong(number -> LimitedWrites.number(key, number))
                .max()
                .orElse(0);
    }

    /** Puts the months that have ended, and had movements, into sheets. */
    private void close(Shop shop, CardKey key, Tail tail, Instant now) {
        var all = tail.movements(key).toList();
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
                                    key.page(month),
                                    key.card(),
                                    month,
                                    Sheets.rule(shop),
                                    Card.of(shop, tail.opening(), until).closing(),
                                    lastLimit(key, tail),
                                    now));
                });
    }

    private static boolean isOver(YearMonth month, Instant now) {
        var end = CardKey.start(month.plusMonths(1));
        return !end.plus(StockPosting.GRACE).plus(Sheets.MARGIN).isAfter(now);
    }
}
