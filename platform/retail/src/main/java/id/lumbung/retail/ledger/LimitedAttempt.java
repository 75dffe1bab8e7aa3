package id.lumbung.retail.ledger;

import id.lumbung.retail.stock.Card;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes and writes a fact in view of the cards it touches, or refuses. */
public interface LimitedAttempt<T> {

    /**
     * @param cards by product
     * @param numbers for {@link StockPosting#limitedBy}
     * @return empty where another fact took a number meanwhile
     */
    Optional<T> write(Map<UUID, Card> cards, List<String> numbers);
}
