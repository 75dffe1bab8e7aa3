package id.lumbung.clinic.visit;

import id.lumbung.backbone.money.Rupiah;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What was paid for a visit, as the front desk says it. */
record SettlementRequest(
        @NotNull @PositiveOrZero @Max(Settlement.MAX_RUPIAH) Rupiah paid, @NotNull Instant at) {

    Settlement of(Visit visit, Instant recordedAt) {
        return new Settlement(
                visit.id(),
                visit.cooperativeId(),
                visit.outletId(),
                visit.memberId(),
                paid,
                at.truncatedTo(ChronoUnit.MILLIS),
                recordedAt);
    }
}
