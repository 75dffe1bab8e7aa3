package id.lumbung.shu.payout;

import id.lumbung.backbone.event.Event.PaymentMethod;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.division.Entitlement;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** How and when members were paid, as whoever paid says. */
record Receipt(@NotNull PaymentMethod method, @NotNull Instant at) {

    /**
     * @param from when the meeting decided
     * @throws Refusal when this is dated before
     */
    void requireNotBefore(Instant from) {
        if (at.isBefore(from)) {
            throw PayoutRule.PAID_BEFORE_DUE.because(
                    "Sebelum rapat memutuskan (%s) belum ada yang harus dibayar; pembayaran ini bertanggal %s."
                            .formatted(from, at),
                    "Nothing was due before the meeting decided (%s); the payment is dated %s."
                            .formatted(from, at));
        }
    }

    /**
     * The whole of what is due, paid by who calls.
     *
     * @param reversed how many payments of this year to this member were reversed before
     */
    Payment of(UUID cooperativeId, int year, Entitlement due, int reversed, Instant now) {
        return new Payment(
                Payment.id(due.memberId(), year, reversed),
                cooperativeId,
                due.memberId(),
                year,
                due.total(),
                method,
                at.truncatedTo(ChronoUnit.MILLIS),
                Actor.current(),
                now);
    }
}
