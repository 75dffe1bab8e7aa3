package id.lumbung.retail.ledger;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import id.lumbung.backbone.mongo.DuplicateKeys;
import id.lumbung.backbone.security.Actor;
import id.lumbung.retail.stock.Card;
import id.lumbung.retail.stock.MovementKind;
import id.lumbung.retail.stock.Shop;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
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

    private final MongoOperations mongo;
    private final LimitedWrites limitedWrites;
    private final Clock clock;

    public StockActs(MongoOperations mongo, LimitedWrites limitedWrites, Clock clock) {
        this.mongo = mongo;
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
        var products =
                act.lines().stream().map(StockAct.Line::productId).collect(Collectors.toSet());
        return limitedWrites.write(
                shop,
                products,
                (cards, numbers) -> {
                    requireEnough(cards, act);
                    var posted = act.posted(clock.instant());
                    var posting = posted.stock();
                    return posting == null
                            ? Optional.empty()
                            : insert(
                                    posted.with(
                                            posted.recordedAt(),
                                            LimitedWrites.limited(posting, numbers)));
                });
    }

    public Optional<StockAct> find(UUID id) {
        return Optional.ofNullable(
                        mongo.getCollection(COLLECTION).find(eq("_id", id)).first())
                .map(document -> mongo.getConverter().read(StockAct.class, document));
    }

    /** Empty where a number on a card is taken. */
    private Optional<StockAct> insert(StockAct act) {
        var document = new Document();
        Actor.current().signOn(document);
        mongo.getConverter().write(act, document);
        try {
            var _ = mongo.getCollection(COLLECTION).insertOne(document);
            return Optional.of(act);
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
            return find(act.id()).map(stored -> same(stored, act));
        }
    }

    private static StockAct same(StockAct stored, StockAct again) {
        if (!again.with(stored.recordedAt(), stored.stock()).equals(stored)) {
            throw LedgerRule.ACT_ID_REUSED.because(
                    "Id ini sudah dipakai untuk catatan stok lain. Yang tercatat tetap berlaku.",
                    "Another act on stock is recorded under this id. What is recorded stands.");
        }
        return stored;
    }

    private static void requireEnough(Map<UUID, Card> cards, StockAct act) {
        var taken =
                act.lines().stream()
                        .collect(
                                Collectors.groupingBy(
                                        line -> List.of(line.productId(), line.batch(), line.place()),
                                        Collectors.summingLong(StockAct.Line::quantity)));
        for (var line : act.lines()) {
            var card = cards.get(line.productId());
            var there =
                    card == null
                            ? 0
                            : card.closing().lots().stream()
                                    .filter(lot -> lot.batch().equals(line.batch()))
                                    .mapToLong(lot -> lot.on(line.place()))
                                    .sum();
            var wanted =
                    taken.getOrDefault(List.of(line.productId(), line.batch(), line.place()), 0L);
            if (wanted > there) {
                throw LedgerRule.NOT_ENOUGH_STOCK.because(
                        "Menurut catatan hanya ada %d. Hitung dulu, lalu kirim lagi.".formatted(there),
                        "The books have only %d. Count first, then send it again.".formatted(there),
                        Map.of("there", there, "wanted", wanted));
            }
        }
    }
}
