package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Owned;
import id.lumbung.edge.json.Bounded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the counter says of a sale.
 *
 * @param memberId left out for a passer-by
 * @param at when it happened, by the outlet's clock; kept to the millisecond
 */
record SaleRequest(
        @NotNull UUID cooperativeId,
        @NotNull UUID outletId,
        @Nullable UUID memberId,
        @NotEmpty @Size(max = MAX_LINES) List<Sale.@NotNull @Valid Line> lines,
        @Nullable @PositiveOrZero @Max(Sale.MAX_RUPIAH) Rupiah cost,
        @NotNull Instant at)
        implements Owned {

    private static final int MAX_LINES = 200;

    SaleRequest {
        lines = Bounded.list(lines, MAX_LINES);
    }

    Sale sale(UUID id, Instant recordedAt) {
        return new Sale(
                id,
                cooperativeId,
                outletId,
                memberId,
                List.copyOf(lines),
                Sale.sum(lines),
                cost,
                at.truncatedTo(ChronoUnit.MILLIS),
                recordedAt);
    }
}
