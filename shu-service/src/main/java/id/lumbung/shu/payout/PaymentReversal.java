package id.lumbung.shu.payout;

import id.lumbung.backbone.event.Event.PaymentMethod;
import id.lumbung.backbone.event.Event.PaymentReversed;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * A payment was recorded by mistake: what it paid is due again. A payment into savings takes its
 * deposit with it, which the membership office sees to.
 *
 * @param id made from the payment's: each is reversed once
 * @param reason for whoever asks later
 */
public record PaymentReversal(
        UUID id,
        UUID cooperativeId,
        UUID paymentId,
        UUID memberId,
        int bookYear,
        Rupiah paid,
        PaymentMethod method,
        String reason,
        Instant at,
        Actor by,
        Instant recordedAt)
        implements Fact {

    static UUID id(UUID paymentId) {
        return EventId.of(paymentId, "reversal");
    }

    boolean isOf(UUID cooperativeId, int bookYear, UUID memberId) {
        return this.cooperativeId.equals(cooperativeId)
                && this.bookYear == bookYear
                && this.memberId.equals(memberId);
    }

    static PaymentReversal of(Payment payment, String reason, Instant at, Actor by) {
        return new PaymentReversal(
                id(payment.id()),
                payment.cooperativeId(),
                payment.id(),
                payment.memberId(),
                payment.bookYear(),
                payment.paid(),
                payment.method(),
                reason,
                at,
                by,
                at);
    }

    @Override
    public UUID outletId() {
        return cooperativeId;
    }

    @Override
    public Rupiah amount() {
        return paid.negated();
    }

    @Override
    public PaymentReversal recorded(Instant at) {
        return new PaymentReversal(
                id,
                cooperativeId,
                paymentId,
                memberId,
                bookYear,
                paid,
                method,
                reason,
                this.at,
                by,
                at);
    }

    @Override
    public PaymentReversed event() {
        return new PaymentReversed(
                cooperativeId, id, paymentId, memberId, bookYear, paid, method, at);
    }
}
