package id.lumbung.retail.stock;

import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a stock card. A movement that takes of several batches has several.
 *
 * @param at where it stands on the card: for what a receipt explained, the time of the receipt
 * @param batch null for what is beyond the books
 * @param quantity by how much it changes what the shop has, in base units
 * @param cost by how much it changes what that cost
 * @param beyond how much left without being in the books; changes nothing of the balance
 * @param balance what the shop has after it, in all places
 */
public record CardLine(
        UUID movement,
        MovementKind kind,
        Instant at,
        @Nullable Batch batch,
        Place place,
        long quantity,
        Rupiah cost,
        long beyond,
        long balance) {}
