package id.lumbung.retail.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * How the difference of a count became known. A count fixes what was there at its instant; what is
 * uploaded later changes the difference by a correction of its own, and nothing that was known is
 * rewritten.
 *
 * @param knownAt since when the difference was known
 * @param difference counted less books, base units
 * @param correction by how much it changed
 */
public record CountHistory(Instant knownAt, long difference, long correction) {

    /**
     * The differences of a count, oldest first.
     *
     * @param opening what there was before the movements
     * @param movements all of the card, the count among them
     */
    public static List<CountHistory> of(
            Shop shop, StockState opening, Collection<Movement> movements, UUID count) {
        var history = new ArrayList<CountHistory>();
        var known = 0L;
        for (var instant : instants(movements, count)) {
            var then = movements.stream().filter(it -> !it.recordedAt().isAfter(instant)).toList();
            var difference = difference(Card.of(shop, opening, then), count);
            if (difference != known || history.isEmpty()) {
                history.add(new CountHistory(instant, difference, difference - known));
                known = difference;
            }
        }
        return history;
    }

    private static List<Instant> instants(Collection<Movement> movements, UUID count) {
        return movements.stream()
                .filter(movement -> movement.id().equals(count))
                .findAny()
                .map(counted ->
                        movements.stream()
                                .map(Movement::recordedAt)
                                .filter(at -> !at.isBefore(counted.recordedAt()))
                                .distinct()
                                .sorted()
                                .toList())
                .orElse(List.of());
    }

    private static long difference(Card card, UUID count) {
        return card.discrepancies().stream()
                .filter(it -> it.cause().equals(count))
                .mapToLong(it -> it.figures().getOrDefault("difference", 0L))
                .sum();
    }
}
