package id.lumbung.clinic.visit;

import id.lumbung.backbone.fact.RefusedFacts;
import id.lumbung.backbone.money.Rupiah;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What is paid back of a visit's fee, as the front desk says it. */
record RefundRequest(
        @NotNull UUID visitId,
        @NotNull @Positive @Max(Settlement.MAX_RUPIAH) Rupiah amount,
        @NotNull Instant at) {

    /** What is kept of it where it is refused. */
    RefusedFacts.Attempt attempt(UUID id, Visit visit) {
        return new RefusedFacts.Attempt(
                id,
                visit.cooperativeId(),
                visit.outletId(),
                visit.id(),
                at.truncatedTo(ChronoUnit.MILLIS),
                amount.amount());
    }

    Refund of(UUID id, Settlement settlement, String sequenceNumber, Instant recordedAt) {
        return new Refund(
                id,
                settlement.cooperativeId(),
                settlement.outletId(),
                settlement.id(),
                settlement.memberId(),
                amount,
                sequenceNumber,
                settlement.at(),
                at.truncatedTo(ChronoUnit.MILLIS),
                recordedAt);
    }
}
