package id.lumbung.shu.closing.record;

import id.lumbung.backbone.money.Rupiah;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the annual meeting (RAT) resolved. Quorum and majority follow the model deed (Juklak Menkop
 * 1/2025 art. 11-13): more than half of the members at the first meeting, a third at the second;
 * more than half of those present decide.
 *
 * @param heldOn the day of the meeting
 * @param second whether it is the second meeting, after the first had no quorum
 * @param firstHeldOn the day of the first meeting, where this is the second: no more than 30 days
 *     before
 * @param members who had a vote that day; the register must say the same
 * @param votesFor the proposal
 * @param policyVersion that the meeting saw and decided on
 * @param funds the percentages in basis points as the minutes have them; left out, the policy's
 * @param reserveUsed rupiah of the reserve fund that cover a loss
 */
public record Resolution(
        @NotNull LocalDate heldOn,
        @Nullable Boolean second,
        @Nullable LocalDate firstHeldOn,
        @Positive @Max(10_000_000) int present,
        @Positive @Max(10_000_000) int members,
        @PositiveOrZero @Max(10_000_000) int votesFor,
        @Positive int policyVersion,
        @Nullable Map<String, Integer> funds,
        @Nullable @PositiveOrZero Rupiah reserveUsed) {

    public boolean wasSecond() {
        return second != null && second;
    }

    public Rupiah fromReserve() {
        return reserveUsed == null ? Rupiah.ZERO : reserveUsed;
    }
}
