package id.lumbung.retail.ledger;

import id.lumbung.retail.stock.Batch;
import id.lumbung.retail.stock.Card;
import id.lumbung.retail.stock.Place;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may not take more than the books have of a batch in a place. */
final class EnoughStock {

    private record Taken(UUID productId, Batch batch, Place place) {

        static Taken of(StockLine line) {
            return new Taken(line.productId(), line.batch(), line.place());
        }

        long there(@Nullable Card card) {
            return card == null
                    ? 0
                    : card.closing().lots().stream()
                            .filter(lot -> lot.batch().equals(batch))
                            .mapToLong(lot -> lot.on(place))
                            .sum();
        }
    }

    private EnoughStock() {}

    /**
     * @param cards by product
     * @throws id.lumbung.edge.problem.Refusal when lines of the act together take more
     */
    static void require(Map<UUID, Card> cards, StockAct act) {
        var taken =
                act.lines().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Taken::of, Collectors.summingLong(StockLine::quantity)));
        taken.forEach((what, wanted) -> {
            var there = what.there(cards.get(what.productId()));
            if (wanted > there) {
                throw LedgerRule.NOT_ENOUGH_STOCK.because(
                        "Menurut catatan hanya ada %d. Hitung dulu, lalu kirim lagi."
                                .formatted(there),
                        "The books have only %d. Count first, then send it again.".formatted(there),
                        Map.of("there", there, "wanted", wanted));
            }
        });
    }
}
