package id.lumbung.retail.ledger;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.retail.stock.MovementKind;
import id.lumbung.retail.stock.Shop;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
                    MovementKind.RECEIPT_CANCELLED,
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
            return insert(act.posted(clock.instant())).orElseThrow(StockActs::doneBefore);
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

    /** The acts of an outlet that happened in a time, the later end exclusive; oldest first. */
    public List<StockAct> between(UUID outletId, Instant from, Instant until) {
        return store.between(outletId, from, until);
    }

    /** The acts that name another one, or an order, as what they answer. */
    public List<StockAct> answering(UUID of) {
        return store.answering(of);
    }

    /** The products that an outlet ever had. */
    public Set<UUID> products(UUID outletId) {
        return store.products(outletId);
    }

    /** The outlets that ever had a product. */
    public Set<UUID> outlets(UUID cooperativeId, UUID productId) {
        return store.outlets(cooperativeId, productId);
    }

    /** Empty where a number on a card is taken. */
    private Optional<StockAct> insert(StockAct act) {
        if (store.insert(act)) {
            return Optional.of(act);
        }
        var stored = find(act.id());
        if (stored.isEmpty() && act.sole().filter(store::isTaken).isPresent()) {
            throw doneBefore();
        }
        return stored.map(it -> same(it, act));
    }

    private static Refusal doneBefore() {
        return LedgerRule.DONE_BEFORE.because(
                "Ini sudah dicatat dengan id lain, dan hanya terjadi sekali. Baca lagi kartunya.",
                "It is recorded already under another id, and happens once. Read the card again.");
    }

    private static StockAct same(StockAct stored, StockAct again) {
        if (!stored.isSameAs(again)) {
            throw LedgerRule.ACT_ID_REUSED.because(
                    "Id ini sudah dipakai untuk catatan stok lain. Yang tercatat tetap berlaku.",
                    "Another act on stock is recorded under this id. What is recorded stands.");
        }
        return stored;
    }
}
