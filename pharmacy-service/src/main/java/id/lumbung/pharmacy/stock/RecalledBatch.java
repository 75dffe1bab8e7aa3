package id.lumbung.pharmacy.stock;

import id.lumbung.pharmacy.licence.OutletProfiles;
import id.lumbung.retail.ledger.StockActs;
import id.lumbung.retail.ledger.StockLedger;
import id.lumbung.retail.stock.Batch;
import id.lumbung.retail.stock.Card;
import id.lumbung.retail.stock.CardLine;
import id.lumbung.retail.stock.HandedOver;
import id.lumbung.retail.stock.Lot;
import id.lumbung.retail.stock.MovementKind;
import id.lumbung.retail.stock.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who of a cooperative holds a batch, and what was sold of it: by its number and expiry alone. */
@Component
class RecalledBatch {

    private final StockActs acts;
    private final StockLedger ledger;
    private final OutletProfiles profiles;

    RecalledBatch(StockActs acts, StockLedger ledger, OutletProfiles profiles) {
        this.acts = acts;
        this.ledger = ledger;
        this.profiles = profiles;
    }

    List<Recall> at(UUID cooperativeId, UUID productId, Batch batch) {
        return acts.outlets(cooperativeId, productId).stream()
                .map(outlet -> at(cooperativeId, outlet, productId, batch))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Recall> at(UUID cooperativeId, UUID outlet, UUID productId, Batch batch) {
        var shop = profiles.shop(cooperativeId, outlet);
        var card = ledger.whole(shop, productId);
        var touched = card.lines().stream().anyMatch(line -> batch.equals(line.batch()));
        if (!touched) {
            return Optional.empty();
        }
        var lot = card.closing().lots().stream().filter(it -> it.batch().equals(batch)).findAny();
        var sales = sales(card, batch, ledger.facts(shop, productId));
        return Optional.of(
                new Recall(
                        outlet,
                        on(lot, Place.SHELF),
                        on(lot, Place.RETURNED),
                        on(lot, Place.DAMAGED),
                        lot.filter(Lot::isHeld).isPresent(),
                        sales.stream().mapToLong(Recall.Handed::quantity).sum(),
                        sales));
    }

    private static long on(Optional<Lot> lot, Place place) {
        return lot.map(it -> it.on(place)).orElse(0L);
    }

    private static List<Recall.Handed> sales(Card card, Batch batch, Map<UUID, UUID> facts) {
        return card.lines().stream()
                .filter(line -> line.kind() == MovementKind.SOLD && batch.equals(line.batch()))
                .map(CardLine::movement)
                .distinct()
                .map(it -> handed(card, it, batch, facts))
                .filter(it -> it.quantity() > 0)
                .toList();
    }

    private static Recall.Handed handed(
            Card card, UUID movement, Batch batch, Map<UUID, UUID> facts) {
        var quantity =
                card.handedOver().getOrDefault(movement, List.of()).stream()
                        .filter(it -> it.batch().equals(batch))
                        .mapToLong(HandedOver::quantity)
                        .sum();
        var at =
                card.lines().stream()
                        .filter(line -> line.movement().equals(movement))
                        .map(CardLine::at)
                        .min(Instant::compareTo)
                        .orElse(Instant.EPOCH);
        return new Recall.Handed(facts.getOrDefault(movement, movement), at, quantity);
    }
}
