package id.lumbung.retail.ledger;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.retail.stock.Card;
import id.lumbung.retail.stock.Shop;
import java.util.HashMap;
import java.util.List;
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

    private static final int MAX_ATTEMPTS = 200;
    private static final int STRIPES = 64;

    private final StockLedger ledger;
    private final List<ReentrantLock> stripes =
            IntStream.range(0, STRIPES).mapToObj(_ -> new ReentrantLock()).toList();

    public LimitedWrites(StockLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param products whose cards the fact touches
     * @throws Refusal what the attempt throws, or when too many try at once
     */
    public <T> T write(Shop shop, Set<UUID> products, LimitedAttempt<T> attempt) {
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

    private <T> Optional<T> once(Shop shop, Set<UUID> products, LimitedAttempt<T> attempt) {
        var cards = new HashMap<UUID, Card>();
        var numbers =
                products.stream()
                        .map(product -> {
                            var reading = ledger.read(shop, product);
                            cards.put(product, reading.card());
                            var key = new CardKey(shop.outletId(), product);
                            return key.limit(reading.nextLimit());
                        })
                        .toList();
        return attempt.write(cards, numbers);
    }
}
