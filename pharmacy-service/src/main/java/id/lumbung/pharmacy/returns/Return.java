package id.lumbung.pharmacy.returns;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.lumbung.backbone.event.Event.SaleReturned;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.pharmacy.sale.Sale;
import id.lumbung.retail.ledger.StockPosting;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale taken back, in whole or in part. It takes the patronage of what it takes back from whoever
 * earned it.
 *
 * @param total rupiah paid back, the sum of the lines
 * @param cost what the returned goods had cost (HPP), where the outlet knows it
 * @param saleAt when the sale happened: the return counts as its sale counts
 * @param reason why less was paid back than the goods' part, such as an opened strip
 * @param sequenceNumber which return of its sale this is, as {@code <sale>/<n>}: two returns cannot
 *     both be the first, so together they cannot take back more than was sold
 * @param stock the goods in quarantine, against the batches that were handed over; null where the
 *     sale named no product
 */
record Return(
        UUID id,
        UUID cooperativeId,
        UUID outletId,
        UUID saleId,
        @Nullable UUID memberId,
        List<Line> lines,
        Rupiah total,
        @Nullable Rupiah cost,
        @Nullable String reason,
        @JsonIgnore String sequenceNumber,
        Instant saleAt,
        Instant at,
        Instant recordedAt,
        @JsonIgnore @Nullable StockPosting stock)
        implements Fact {

    /**
     * @param line of the sale, counted from 0
     * @param quantity base units
     * @param amount rupiah paid back for them
     */
    record Line(
            @PositiveOrZero int line,
            @Positive @Max(Sale.MAX_QUANTITY) int quantity,
            @NotNull @PositiveOrZero @Max(Sale.MAX_RUPIAH) Rupiah amount) {}

    static Rupiah sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    /** The products that it brings back. */
    List<UUID> products() {
        return stock == null ? List.of() : stock.products();
    }

    @Override
    public Rupiah amount() {
        return total.negated();
    }

    @Override
    public Return recorded(Instant at) {
        return new Return(
                id,
                cooperativeId,
                outletId,
                saleId,
                memberId,
                lines,
                total,
                cost,
                reason,
                sequenceNumber,
                saleAt,
                this.at,
                at,
                stock == null ? null : stock.recorded(outletId, at));
    }

    @Override
    public SaleReturned event() {
        return new SaleReturned(
                cooperativeId, id, saleId, outletId, memberId, total, cost, at, saleAt);
    }
}
