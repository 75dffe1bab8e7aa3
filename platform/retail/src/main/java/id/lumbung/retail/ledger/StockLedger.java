package id.lumbung.retail.ledger;

import id.lumbung.retail.stock.Card;
import id.lumbung.retail.stock.CardLine;
import id.lumbung.retail.stock.Movement;
import id.lumbung.retail.stock.Shop;
import id.lumbung.retail.stock.StockState;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
    private final CardTails tails;
    private final MonthEnd monthEnd;

    /**
     * @param collections of the facts that have a {@link StockPosting} as their {@code stock}
     */
    public StockLedger(MongoOperations mongo, Clock clock, List<String> collections) {
        this.clock = clock;
        var movements = new PostedMovements(mongo, collections);
        var sheets = new Sheets(mongo, movements);
        this.tails = new CardTails(movements, sheets);
        this.monthEnd = new MonthEnd(sheets);
    }

    /** What a shop has of a product now, with the movements since its last sheet. */
    public Card card(Shop shop, UUID productId) {
        return read(shop, productId).card();
    }

    /** The page of a card of one of the shop's months; its opening is what was there before. */
    public List<CardLine> page(Shop shop, UUID productId, YearMonth month) {
        var key = new CardKey(shop.outletId(), productId);
        var tail = tails.read(shop, key, month);
        return tail.card(shop).lines().stream()
                .filter(line -> YearMonth.from(shop.dateAt(line.at())).equals(month))
                .toList();
    }

    /** What a shop has of a product now, with all movements since the beginning of a month. */
    public Card since(Shop shop, UUID productId, YearMonth month) {
        return since(shop, productId, month, List.of());
    }

    /** The same as it would be with one more movement, which is not written. */
    public Card with(Shop shop, UUID productId, Movement movement) {
        return since(shop, productId, CardKey.month(movement.at()), List.of(movement));
    }

    /** The card from its beginning: dear, and for what is rare. */
    public Card whole(Shop shop, UUID productId) {
        var all = all(shop, productId).movements().toList();
        return Card.of(shop, StockState.EMPTY, all);
    }

    /** Which fact each movement of a card is part of, from its beginning. */
    public Map<UUID, UUID> facts(Shop shop, UUID productId) {
        var facts = new HashMap<UUID, UUID>();
        for (var posted : all(shop, productId).posted()) {
            for (var entry : posted.stock().entries()) {
                facts.put(entry.movement().id(), posted.id());
            }
        }
        return facts;
    }

    private CardTail all(Shop shop, UUID productId) {
        return tails.whole(new CardKey(shop.outletId(), productId));
    }

    private Card since(Shop shop, UUID productId, YearMonth month, List<Movement> more) {
        var key = new CardKey(shop.outletId(), productId);
        var until = CardKey.month(clock.instant()).plusMonths(1);
        var tail = tails.read(shop, key, month, until);
        var all = Stream.concat(tail.movements(), more.stream()).toList();
        return Card.of(shop, tail.opening(), all);
    }

    Reading read(Shop shop, UUID productId) {
        var key = new CardKey(shop.outletId(), productId);
        var now = clock.instant();
        var month = CardKey.month(now);
        var tail = tails.read(shop, key, month);
        monthEnd.close(shop, tail, now);
        return new Reading(tail.card(shop), tail.lastLimit() + 1);
    }
}
