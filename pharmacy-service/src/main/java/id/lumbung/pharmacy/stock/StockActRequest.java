package id.lumbung.pharmacy.stock;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Owned;
import id.lumbung.edge.json.Bounded;
import id.lumbung.retail.stock.MovementKind;
import id.lumbung.retail.stock.Place;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an outlet's stock.
 *
 * @param reference the supplier's invoice of a receipt, the minutes of a destruction
 * @param supplier where goods came from or go back to
 * @param witness who saw a destruction
 * @param otherOutlet where a transfer goes to
 * @param of the receipt that is cancelled, or the transfer that arrives: the lines are its lines;
 *     of a receipt, the order that it delivers
 * @param at when it was done; of a count, when it was counted
 */
record StockActRequest(
        @NotNull UUID cooperativeId,
        @NotNull UUID outletId,
        @NotNull MovementKind kind,
        @Nullable @Size(max = MAX_LINES) List<@NotNull @Valid Line> lines,
        @Nullable @Size(max = 100) String reference,
        @Nullable @Size(max = 100) String supplier,
        @Nullable @Size(max = 100) String witness,
        @Nullable UUID otherOutlet,
        @Nullable UUID of,
        @NotNull Instant at)
        implements Owned {

    private static final int MAX_LINES = 200;
    private static final long MAX_QUANTITY = 100_000_000;
    private static final long MAX_RUPIAH = 1_000_000_000_000L;

    StockActRequest {
        lines = lines == null ? List.of() : Bounded.list(lines, MAX_LINES);
    }

    List<Line> goods() {
        return Objects.requireNonNullElse(lines, List.of());
    }

    /**
     * One batch.
     *
     * @param batch the number on the pack; left out where it has none
     * @param expiry as it is printed: {@code 2027-08-31}, {@code 08/27}, {@code MEI 2027}; a month
     *     alone is its last day
     * @param place {@code SHELF} unless it is said
     * @param quantity base units, free ones among them; what was there, of a count
     * @param free how many of them the supplier gave without payment
     * @param cost rupiah for all of them, to the last one
     */
    record Line(
            @NotNull UUID productId,
            @Nullable @Size(max = 60) String batch,
            @Nullable @Size(max = 30) String expiry,
            @Nullable Place place,
            @PositiveOrZero @Max(MAX_QUANTITY) long quantity,
            @Nullable @PositiveOrZero @Max(MAX_QUANTITY) Long free,
            @Nullable @PositiveOrZero @Max(MAX_RUPIAH) Rupiah cost) {}
}
