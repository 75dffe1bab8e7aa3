package id.lumbung.pharmacy.sale;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.retail.ledger.StockAct;
import id.lumbung.retail.ledger.StockPosting;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale over the counter. A member's sale earns patronage (jasa usaha); a passer-by's does not.
 *
 * @param payments how it was paid, in all the total; null where nobody said
 * @param soldBy the person at the counter
 * @param pharmacist who answered for what only a pharmacist hands over
 * @param grounds on what medicines were handed over that nobody may simply buy
 * @param total the sum of the lines
 * @param cost what the goods cost the cooperative (HPP), where the outlet knows it
 * @param stock what it took of the stock, in the same document; null where no line names a product
 * @param receiptCode by which people name it, see {@link ReceiptCode}: made of the id, whatever is
 *     given
 */
public record Sale(
        UUID id,
        UUID cooperativeId,
        UUID outletId,
        @Nullable UUID memberId,
        List<SaleLine> lines,
        @Nullable List<Payment> payments,
        @Nullable UUID soldBy,
        @Nullable UUID pharmacist,
        @Nullable Grounds grounds,
        Rupiah total,
        @Nullable Rupiah cost,
        Instant at,
        Instant recordedAt,
        @JsonIgnore @Nullable StockPosting stock,
        @Nullable String receiptCode)
        implements Fact {

    public Sale {
        receiptCode = ReceiptCode.of(id);
    }

    public static final int MAX_QUANTITY = 1_000_000;

    /** The most that a line or a cost may be: a thousand billion rupiah. */
    public static final long MAX_RUPIAH = 1_000_000_000_000L;

    static Rupiah sum(List<SaleLine> lines) {
        return lines.stream().map(SaleLine::amount).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    /** The id of the movement by which a line of this sale left the stock. */
    public UUID movementId(int line) {
        return StockAct.movementId(id, line);
    }

    @Override
    public Rupiah amount() {
        return total;
    }

    @Override
    public boolean hasDeviceTime() {
        return true;
    }

    /** The same sale, at the time that a person has settled. */
    Sale settledAt(UUID newId, Instant at, Instant recordedAt) {
        var posting = SaleLine.posting(newId, outletId, lines, at, recordedAt);
        return with(newId, at, recordedAt, posting);
    }

    @Override
    public Sale recorded(Instant at) {
        return with(id, this.at, at, stock == null ? null : stock.recorded(outletId, at));
    }

    private Sale with(UUID id, Instant at, Instant recordedAt, @Nullable StockPosting stock) {
        return new Sale(
                id,
                cooperativeId,
                outletId,
                memberId,
                lines,
                payments,
                soldBy,
                pharmacist,
                grounds,
                total,
                cost,
                at,
                recordedAt,
                stock,
                receiptCode);
    }

    @Override
    public SaleCompleted event() {
        return new SaleCompleted(cooperativeId, id, outletId, memberId, total, cost, at);
    }
}
