package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.retail.ledger.StockAct;
import id.lumbung.retail.ledger.StockPosting;
import id.lumbung.retail.stock.Batch;
import id.lumbung.retail.stock.Movement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One medicine of a sale: of the catalogue, or as free text where the counter must go on. The
 * amount is the line's, in whole rupiah: no price of a unit is ever rounded.
 *
 * @param productId in the catalogue; left out for free text
 * @param medicine its name or code; may be left out where the product is named
 * @param quantity base units (tablets, sachets, bottles), at least one
 * @param amount rupiah for the whole line
 * @param batch that was handed over; where it is left out, what expires first
 */
public record SaleLine(
        @Nullable UUID productId,
        @Nullable @Size(max = 100) String medicine,
        @Positive @Max(Sale.MAX_QUANTITY) int quantity,
        @NotNull @PositiveOrZero @Max(Sale.MAX_RUPIAH) Rupiah amount,
        @Nullable @Valid PackedBatch batch) {

    /**
     * @param number as it is printed; empty where the pack has none
     */
    public record PackedBatch(@NotNull @Size(max = 60) String number, @Nullable LocalDate expiry) {

        public Batch batch() {
            return new Batch(number, expiry);
        }
    }

    /** What lines take of the stock; null where none names a product. */
    static @Nullable StockPosting posting(
            UUID sale, UUID outletId, List<SaleLine> lines, Instant at, Instant recordedAt) {
        var moved =
                IntStream.range(0, lines.size())
                        .mapToObj(i -> lines.get(i).moved(StockAct.movementId(sale, i), at))
                        .filter(Objects::nonNull)
                        .toList();
        return moved.isEmpty()
                ? null
                : StockPosting.of(outletId, recordedAt, moved).recorded(outletId, recordedAt);
    }

    private StockPosting.@Nullable Moved moved(UUID movement, Instant at) {
        var named = batch == null ? null : batch.batch();
        return productId == null
                ? null
                : new StockPosting.Moved(productId, Movement.sold(movement, named, quantity, at));
    }
}
