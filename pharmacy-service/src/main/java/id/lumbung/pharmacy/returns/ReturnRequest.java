package id.lumbung.pharmacy.returns;

import id.lumbung.backbone.fact.RefusedFacts;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Owned;
import id.lumbung.edge.json.Bounded;
import id.lumbung.pharmacy.sale.Sale;
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
 * What the counter says of a return.
 *
 * @param reason needed where less is paid back than the goods' part of what was paid; no names
 */
record ReturnRequest(
        @NotNull UUID cooperativeId,
        @NotNull UUID outletId,
        @NotNull UUID saleId,
        @NotEmpty @Size(max = MAX_LINES) List<Return.@NotNull @Valid Line> lines,
        @Nullable @PositiveOrZero @Max(Sale.MAX_RUPIAH) Rupiah cost,
        @Nullable @Size(min = 3, max = 200) String reason,
        @NotNull Instant at)
        implements Owned {

    private static final int MAX_LINES = 200;

    ReturnRequest {
        lines = Bounded.list(lines, MAX_LINES);
    }

    /** What is kept of it where it is refused. */
    RefusedFacts.Attempt attempt(UUID id) {
        return new RefusedFacts.Attempt(
                id,
                cooperativeId,
                outletId,
                saleId,
                at.truncatedTo(ChronoUnit.MILLIS),
                Return.sum(lines).amount());
    }

    Return of(UUID id, Sale sale, String sequenceNumber, Instant recordedAt) {
        return new Return(
                id,
                cooperativeId,
                outletId,
                sale.id(),
                sale.memberId(),
                List.copyOf(lines),
                Return.sum(lines),
                cost,
                reason,
                sequenceNumber,
                sale.at(),
                at.truncatedTo(ChronoUnit.MILLIS),
                recordedAt,
                ReturnedGoods.posting(id, sale, this, recordedAt));
    }
}
