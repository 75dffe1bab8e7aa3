package id.lumbung.pharmacy.returns;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Owned;
import id.lumbung.pharmacy.sale.Sale;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the counter says of a return. */
record ReturnRequest(
        @NotNull UUID cooperativeId,
        @NotNull UUID outletId,
        @NotNull UUID saleId,
        @NotEmpty @Size(max = 200) List<Return.@NotNull @Valid Line> lines,
        @Nullable @PositiveOrZero Rupiah cost,
        @NotNull Instant at)
        implements Owned {

    Return of(UUID id, Sale sale, String turn, Instant recordedAt) {
        return new Return(
                id,
                cooperativeId,
                outletId,
                saleId,
                sale.memberId(),
                List.copyOf(lines),
                Return.sum(lines),
                cost,
                turn,
                sale.at(),
                at.truncatedTo(ChronoUnit.MILLIS),
                recordedAt);
    }
}
