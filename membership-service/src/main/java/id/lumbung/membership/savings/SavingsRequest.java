package id.lumbung.membership.savings;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Owned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deposit or withdrawal slip.
 *
 * @param amount rupiah, up to a thousand billion
 * @param months that mandatory savings are paid for; the month of {@code at} where it is left out
 */
record SavingsRequest(
        @NotNull UUID cooperativeId,
        @NotNull UUID memberId,
        @NotNull SavingsKind kind,
        @NotNull @Positive @Max(1_000_000_000_000L) Rupiah amount,
        @NotNull Instant at,
        @Nullable @Valid Months months)
        implements Owned {}
