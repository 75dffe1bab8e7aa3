package id.lumbung.retail.ledger;

import id.lumbung.retail.stock.Movement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a fact does to stock. It is a component of the fact named {@code stock}, so that fact and
 * stock are one document and one write: killed at any moment, both are there or neither.
 *
 * @param lateOutlet the outlet, where a movement lies so far back that its page may be closed
 * @param limits a number on each card that may not go beyond its books; no two facts have the same.
 *     Null where nothing is limited: a sale is a fact, whatever the books say
 */
public record StockPosting(
        List<Entry> entries, @Nullable UUID lateOutlet, @Nullable List<String> limits) {

    /** How long after a month's end movements of it are still expected. */
    static final Duration GRACE = Duration.ofDays(8);

    /**
     * A movement on its card.
     *
     * @param card the outlet and the product
     * @param page the card and the month in which the movement stands
     */
    public record Entry(String card, String page, Movement movement) {

        UUID productId() {
            return UUID.fromString(card.substring(card.indexOf('/') + 1));
        }

        Entry recorded(Instant at) {
            return new Entry(card, page, movement.recorded(at));
        }
    }

    /** A movement of a product. */
    public record Moved(UUID productId, Movement movement) {}

    public static StockPosting of(UUID outletId, Instant recordedAt, List<Moved> moved) {
        var isLate = moved.stream().anyMatch(it -> isLate(it.movement(), recordedAt));
        var entries = moved.stream().map(it -> entry(outletId, it)).toList();
        return new StockPosting(entries, isLate ? outletId : null, null);
    }

    private static Entry entry(UUID outletId, Moved moved) {
        var key = new CardKey(outletId, moved.productId());
        var page = key.page(CardKey.month(moved.movement().effectiveAt()));
        return new Entry(key.card(), page, moved.movement());
    }

    /** The products whose cards it stands on. */
    public List<UUID> products() {
        return entries.stream().map(Entry::productId).distinct().toList();
    }

    /** The same, written down at another time. */
    public StockPosting recorded(UUID outletId, Instant recordedAt) {
        var moved = entries.stream().map(it -> it.recorded(recordedAt)).toList();
        var isLate = moved.stream().anyMatch(it -> isLate(it.movement(), recordedAt));
        return new StockPosting(moved, isLate ? outletId : null, limits);
    }

    private static boolean isLate(Movement movement, Instant recordedAt) {
        var next = CardKey.month(movement.effectiveAt()).plusMonths(1);
        return !CardKey.start(next).plus(GRACE).isAfter(recordedAt);
    }

    /** The same, which only one fact may post: it takes these numbers on its cards. */
    public StockPosting limitedBy(List<String> numbers) {
        return new StockPosting(entries, lateOutlet, List.copyOf(numbers));
    }
}
