package id.lumbung.retail.stock;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.mongo.UuidOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to the stock of one product at one shop. Never edited; a mistake is put
 * right by another movement.
 *
 * @param id follows from the fact that it is part of
 * @param batch null where nobody said: of a sale, what expires first; of a return, what was sold
 * @param place where from, or what was counted
 * @param quantity base units, not negative; what was there, of a count; nothing, of a mark
 * @param cost rupiah for all units that came in, free ones among them; zero for what goes out
 * @param of the sale that was brought back, or the receipt that is cancelled
 * @param ofAt when that happened
 * @param at when it happened, to the millisecond
 * @param recordedAt when it was written down; says nothing of where it stands on the card
 */
public record Movement(
        UUID id,
        MovementKind kind,
        @Nullable Batch batch,
        Place place,
        long quantity,
        Rupiah cost,
        @Nullable UUID of,
        @Nullable Instant ofAt,
        Instant at,
        Instant recordedAt) {

    static final Comparator<Movement> AS_IT_HAPPENED =
            Comparator.comparing(Movement::effectiveAt)
                    .thenComparing(movement -> movement.kind().flow())
                    .thenComparing(Movement::id, UuidOrder.BY_BYTES);

    public Movement {
        var mayLackBatch = kind == MovementKind.SOLD || kind == MovementKind.RETURNED;
        if (quantity < 0 || cost.isNegative() || (batch == null && !mayLackBatch)) {
            throw new IllegalArgumentException(
                    "No movement: %s of %d for %s".formatted(kind, quantity, cost));
        }
    }

    /** Goods that come in, with what all of them cost. */
    public static Movement in(
            UUID id, MovementKind kind, Batch batch, long quantity, Rupiah cost, Instant at) {
        return new Movement(id, kind, batch, Place.SHELF, quantity, cost, null, null, at, at);
    }

    /** Goods of a known batch that leave a place, or a count of it. */
    public static Movement at(
            UUID id, MovementKind kind, Batch batch, Place place, long quantity, Instant at) {
        return new Movement(id, kind, batch, place, quantity, Rupiah.ZERO, null, null, at, at);
    }

    public static Movement sold(UUID id, @Nullable Batch batch, long quantity, Instant at) {
        return new Movement(
                id,
                MovementKind.SOLD,
                batch,
                Place.SHELF,
                quantity,
                Rupiah.ZERO,
                null,
                null,
                at,
                at);
    }

    /** Goods of an earlier sale that a customer brings back. */
    public static Movement returned(UUID id, UUID sale, Instant soldAt, long quantity, Instant at) {
        return new Movement(
                id,
                MovementKind.RETURNED,
                null,
                Place.RETURNED,
                quantity,
                Rupiah.ZERO,
                sale,
                soldAt,
                at,
                at);
    }

    /** The same, written down at another time. */
    public Movement recorded(Instant at) {
        return new Movement(id, kind, batch, place, quantity, cost, of, ofAt, this.at, at);
    }

    /** Where it stands on the card: nothing comes back before it left, whatever two clocks say. */
    public Instant effectiveAt() {
        return ofAt != null && ofAt.isAfter(at) ? ofAt : at;
    }
}
