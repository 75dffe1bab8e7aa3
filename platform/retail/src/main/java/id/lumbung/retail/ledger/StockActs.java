package id.lumbung.retail.ledger;

import id.lumbung.retail.stock.MovementKind;
import id.lumbung.retail.stock.Shop;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Writes acts on stock, each once. What takes goods away on the books' word is refused beyond them;
 * everything else is taken as it happened.
 */
public final class StockActs {

    /** The collection, for the {@link StockLedger} to read. */
    public static final String COLLECTION = "stockActs";

    private static final Set<MovementKind> LIMITED =
            Set.of(
                    MovementKind.DESTROYED,
                    MovementKind.SENT_BACK,
                    MovementKind.DAMAGED,
                    MovementKind.TRANSFERRED_OUT);

    private final StockActStore store;
    private final LimitedWrites limitedWrites;
    private final Clock clock;

    public StockActs(MongoOperations mongo, LimitedWrites limitedWrites, Clock clock) {
        this.store = new StockActStore(mongo);
        this.limitedWrites = limitedWrites;
        this.clock = clock;
    }

    /**
     * Writes an act, or finds that it is written.
     *
     * @param act without its posting
     * @return as it is stored
     */
    public StockAct put(Shop shop, StockAct act) {
        var stored = find(act.id());
        if (stored.isPresent()) {
            return same(stored.get(), act);
        }
        if (!LIMITED.contains(act.kind())) {
            return insert(act.posted(clock.instant())).orElseThrow();
        }
        var products = act.lines().stream().map(StockLine::productId).collect(Collectors.toSet());
        return limitedWrites.write(
                shop,
                products,
                (cards, numbers) -> {
                    EnoughStock.require(cards, act);
                    var posted = act.posted(clock.instant());
                    var posting = posted.stock();
                    return posting == null
                            ? Optional.empty()
                            : insert(posted.with(posted.recordedAt(), posting.limitedBy(numbers)));
                });
    }

    public Optional<StockAct> find(UUID id) {
        return store.find(id);
    }

    /** Empty where a number on a card is taken. */
    private Optional<StockAct> insert(StockAct act) {
        return store.insert(act) ? Optional.of(act) : find(act.id()).map(it -> same(it, act));
    }

    private static StockAct same(StockAct stored, StockAct again) {
        if (!again.with(stored.recordedAt(), stored.stock()).equals(stored)) {
            throw LedgerRule.ACT_ID_REUSED.because(
                    "Id ini sudah dipakai untuk catatan stok lain. Yang tercatat tetap berlaku.",
                    "Another act on stock is recorded under this id. What is recorded stands.");
        }
        return stored;
    }
}
