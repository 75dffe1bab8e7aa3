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
 * @param payments where they are given, their sum is the total
 * @param offline whether it was made without a line: then it is recorded as it happened, and what
 *     it breaks is listed; no part of the sale
 * @param at when it happened, by the outlet's clock; kept to the millisecond
 */
record SaleRequest(
        @NotNull UUID cooperativeId,
        @NotNull UUID outletId,
        @Nullable UUID memberId,
        @NotEmpty @Size(max = MAX_LINES) List<@NotNull @Valid SaleLine> lines,
        @Nullable @Size(max = MAX_PAYMENTS) List<@NotNull @Valid Payment> payments,
        @Nullable UUID soldBy,
        @Nullable UUID pharmacist,
        @Nullable @Valid Grounds grounds,
        @Nullable @PositiveOrZero @Max(Sale.MAX_RUPIAH) Rupiah cost,
        @Nullable Boolean offline,
        @NotNull Instant at)
        implements Owned {

    private static final int MAX_LINES = 200;
    private static final int MAX_PAYMENTS = 10;

    SaleRequest {
        lines = Bounded.list(lines, MAX_LINES);
        payments = Bounded.list(payments, MAX_PAYMENTS);
    }

    boolean isOffline() {
        return Boolean.TRUE.equals(offline);
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when a line names nothing, or the payments are not
     *     the total
     */
    Sale sale(UUID id, Instant recordedAt) {
        var happened = at.truncatedTo(ChronoUnit.MILLIS);
        var sold = List.copyOf(lines);
        var total = Sale.sum(sold);
        SaleStatements.requireNamed(sold);
        SaleStatements.requirePaid(payments, total);
        return new Sale(
                id,
                cooperativeId,
                outletId,
                memberId,
                sold,
                payments == null ? null : List.copyOf(payments),
                soldBy,
                pharmacist,
                grounds,
                total,
                cost,
                happened,
                recordedAt,
                SaleLine.posting(id, outletId, sold, happened, recordedAt),
                null);
    }
}
