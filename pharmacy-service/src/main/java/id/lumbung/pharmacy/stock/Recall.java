package id.lumbung.pharmacy.stock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a batch is at one outlet, in base units, and what was sold of it.
 *
 * @param held whether it is held or called back there
 * @param sold all of it that was sold and not brought back
 */
record Recall(
        UUID outletId,
        long shelf,
        long returned,
        long damaged,
        boolean held,
        long sold,
        List<Handed> sales) {

    /**
     * @param saleId which sale it was; who bought it, that outlet's sale says
     */
    record Handed(UUID saleId, Instant at, long quantity) {}
}
