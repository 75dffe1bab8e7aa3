package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Owned;
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
        @NotEmpty @Size(max = 200) List<Sale.@NotNull @Valid Line> lines,
        @Nullable @PositiveOrZero @Max(Sale.MAX_RUPIAH) Rupiah cost,
        @NotNull Instant at)
        implements Owned {

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
