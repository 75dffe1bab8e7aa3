package id.lumbung.pharmacy.stock;

import id.lumbung.retail.stock.Batch;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch on a list.
 *
 * @param quantity base units that the list is about
 */
record ListedBatch(
        UUID productId,
        @Nullable String name,
        String batch,
        @Nullable LocalDate expiry,
        long quantity) {

    static ListedBatch of(UUID productId, @Nullable String name, Batch batch, long quantity) {
        return new ListedBatch(productId, name, batch.number(), batch.expiry(), quantity);
    }
}
