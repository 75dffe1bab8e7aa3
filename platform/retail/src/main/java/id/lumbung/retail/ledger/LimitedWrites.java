package id.lumbung.retail.ledger;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.retail.stock.Card;
import id.lumbung.retail.stock.Shop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Writes facts that may not take more than the books have, without a transaction: each takes the
 * next number on every card it touches, and a unique index lets one fact take each number. Who
 * comes second looks again. Within one process they queue, so that hundreds at once do not all try
 * at once.
 */
public final class LimitedWrites {

    private static final int MAX_ATTEMPTS = 50;
    private static final int STRIPES = 64;

    private final StockLedger ledger;
    private final List<ReentrantLock> stripes =
            IntStream.range(0, STRIPES).mapToObj(_ -> new ReentrantLock()).toList();

    /** Makes and writes the fact in view of the cards, or refuses. */
    public interface Attempt<T> {

        /**
         * @param cards by product
         * @param numbers for {@link #limited}
         * @return empty where another fact took a number meanwhile
         */
        Optional<T> write(Map<UUID, Card> cards, List<String> numbers);
    }

    public LimitedWrites(StockLedger ledger) {
        this.ledger = ledger;
    }

    /** The posting with the numbers that let no second fact post in view of the same cards. */
    public static StockPosting limited(StockPosting posting, List<String> numbers) {
        return posting.limitedBy(numbers);
    }

    /**
     * @param products whose cards the fact touches
     * @throws Refusal what the attempt throws, or when too many try at once
     */
    public <T> T write(Shop shop, Set<UUID> products, Attempt<T> attempt) {
        var locks =
                products.stream()
                        .map(product -> Math.floorMod(product.hashCode(), STRIPES))
                        .distinct()
                        .sorted()
                        .map(stripes::get)
                        .toList();
        locks.forEach(ReentrantLock::lock);
        try {
            for (var i = 0; i < MAX_ATTEMPTS; i++) {
                var written = once(shop, products, attempt);
                if (written.isPresent()) {
                    return written.get();
                }
            }
        } finally {
            locks.forEach(ReentrantLock::unlock);
        }
        throw LedgerRule.STOCK_BUSY.because(
                "Stok ini sedang dipakai banyak orang. Kirim lagi beberapa detik lagi.",
                "Many take of this stock at once. Send the same again in a few seconds.");
    }

    private <T> Optional<T> once(Shop shop, Set<UUID> products, Attempt<T> attempt) {
        var cards = new HashMap<UUID, Card>();
        var numbers =
                products.stream()
                        .map(product -> {
                            var reading = ledger.read(shop, product);
                            cards.put(product, reading.card());
                            var key = new CardKey(shop.outletId(), product);
                            return "%s#%d".formatted(key.card(), reading.nextLimit());
                        })
                        .toList();
        return attempt.write(cards, numbers);
    }

    /** The number that a fact took on a card; 0 where it took one on another. */
    static long number(CardKey key, String taken) {
        var at = taken.indexOf('#');
        return taken.substring(0, at).equals(key.card())
                ? Long.parseLong(taken.substring(at + 1))
                : 0;
    }
}
