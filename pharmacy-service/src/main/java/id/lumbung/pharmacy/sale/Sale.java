package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale over the counter. A member's sale earns patronage (jasa usaha); a passer-by's does not.
 *
 * @param total the sum of the lines
 * @param cost what the goods cost the cooperative (HPP), where the outlet knows it
 */
public record Sale(
        UUID id,
        UUID cooperativeId,
        UUID outletId,
        @Nullable UUID memberId,
        List<Line> lines,
        Rupiah total,
        @Nullable Rupiah cost,
        Instant at,
        Instant recordedAt)
        implements Fact {

    /**
     * One medicine of a sale. The amount is the line's, in whole rupiah: no price of a unit is ever
     * rounded.
     *
     * @param medicine its name or code
     * @param quantity base units (tablets, sachets, bottles), at least one
     * @param amount rupiah for the whole line
     */
    public record Line(
            @NotBlank @Size(max = 100) String medicine,
            @Positive @Max(MAX_QUANTITY) int quantity,
            @NotNull @PositiveOrZero @Max(MAX_RUPIAH) Rupiah amount) {}

    public static final int MAX_QUANTITY = 1_000_000;

    /** The most that a line or a cost may be: a thousand billion rupiah. */
    public static final long MAX_RUPIAH = 1_000_000_000_000L;

    static Rupiah sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(Rupiah.ZERO, Rupiah::plus);
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
        return new Sale(
                newId, cooperativeId, outletId, memberId, lines, total, cost, at, recordedAt);
    }

    @Override
    public Sale recorded(Instant at) {
        return new Sale(id, cooperativeId, outletId, memberId, lines, total, cost, this.at, at);
    }

    @Override
    public SaleCompleted event() {
        return new SaleCompleted(cooperativeId, id, outletId, memberId, total, cost, at);
    }
}
