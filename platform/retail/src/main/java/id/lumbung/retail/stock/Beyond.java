package id.lumbung.retail.stock;

import id.lumbung.retail.discrepancy.Discrepancy;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What left the shop though the books had no more of it: listed until a receipt or a count explains
 * it. Stock itself is never negative.
 *
 * @param batch that was named; null where none was
 * @param quantity base units not explained yet
 */
public record Beyond(
        UUID movement, MovementKind kind, @Nullable Batch batch, long quantity, Instant at) {

    boolean canBe(Batch explaining) {
        return batch == null || batch.equals(explaining);
    }

    Beyond less(long explained) {
        return new Beyond(movement, kind, batch, quantity - explained, at);
    }

    Discrepancy discrepancy() {
        var kind =
                this.kind == MovementKind.SOLD
                        ? StockDiscrepancy.SOLD_BEYOND_BOOKS
                        : StockDiscrepancy.TAKEN_BEYOND_BOOKS;
        return Discrepancy.of(kind, movement, at, Map.of("quantity", quantity));
    }
}
