package id.lumbung.retail.stock;

import id.lumbung.retail.discrepancy.Discrepancy;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The stock card of one product at one shop, from one instant to another.
 *
 * @param lines as it happened, oldest first
 * @param discrepancies found among these movements, and what is beyond the books at the end
 * @param handedOver what each sale took, by its movement
 */
public record Card(
        StockState opening,
        StockState closing,
        List<CardLine> lines,
        List<Discrepancy> discrepancies,
        Map<UUID, List<HandedOver>> handedOver) {

    /**
     * Writes the card of a set of movements. Order and repetition do not matter: each counts once,
     * where it happened.
     *
     * @param opening what there was before the first of them
     */
    public static Card of(Shop shop, StockState opening, Collection<Movement> movements) {
        var seen = new HashSet<UUID>();
        var bookkeeper = new Bookkeeper(shop, opening);
        movements.stream()
                .sorted(Movement.AS_IT_HAPPENED)
                .filter(movement -> seen.add(movement.id()))
                .forEach(bookkeeper::enter);
        return bookkeeper.card(opening);
    }

    /**
     * What was there, in all places, at an instant of the card: after all that happened by then.
     */
    public long balanceAt(Instant at) {
        return lines.stream()
                .filter(line -> !line.at().isAfter(at))
                .reduce((earlier, later) -> later)
                .map(CardLine::balance)
                .orElse(opening.total());
    }
}
