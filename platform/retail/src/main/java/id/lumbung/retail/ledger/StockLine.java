package id.lumbung.retail.ledger;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.retail.stock.Batch;
import id.lumbung.retail.stock.Movement;
import id.lumbung.retail.stock.MovementKind;
import id.lumbung.retail.stock.Place;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One batch of an act on stock.
 *
 * @param quantity base units, free ones among them; what was there, of a count
 * @param free how many of them were not paid for
 * @param cost rupiah for all of them, where they came in; what the supplier owes for them, where
 *     they are sent back
 */
public record StockLine(
        UUID productId, Batch batch, Place place, long quantity, long free, Rupiah cost) {

    /**
     * @param place of the line in the act, from 0
     */
    StockPosting.Moved moved(StockAct act, int place, Instant recordedAt) {
        var movement =
                new Movement(
                        StockAct.movementId(act.id(), place),
                        act.kind(),
                        batch,
                        this.place,
                        quantity,
                        act.kind().isIncoming() ? cost : Rupiah.ZERO,
                        cancelled(act, place),
                        act.kind() == MovementKind.RECEIPT_CANCELLED ? act.details().ofAt() : null,
                        act.at(),
                        recordedAt);
        return new StockPosting.Moved(productId, movement);
    }

    /** Of a cancelled receipt the same line: its goods leave first. */
    private static @Nullable UUID cancelled(StockAct act, int place) {
        var of = act.details().of();
        return of == null || act.kind() != MovementKind.RECEIPT_CANCELLED
                ? null
                : StockAct.movementId(of, place);
    }
}
