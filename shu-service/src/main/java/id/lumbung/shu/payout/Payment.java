package id.lumbung.shu.payout;

import id.lumbung.backbone.event.Event.EntitlementPaid;
import id.lumbung.backbone.event.Event.PaymentMethod;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * A member's part of a year's surplus was paid.
 *
 * @param id made from member, year and how often a payment was reversed before: one is paid once
 * @param by who recorded it first
 */
public record Payment(
        UUID id,
        UUID cooperativeId,
        UUID memberId,
        int bookYear,
        Rupiah paid,
        PaymentMethod method,
        Instant at,
        Actor by,
        Instant recordedAt)
        implements Fact {

    /**
     * @param reversed how many payments of this year to this member were reversed before
     */
    static UUID id(UUID memberId, int bookYear, int reversed) {
        var name = "entitlement/" + bookYear;
        return EventId.of(memberId, reversed == 0 ? name : name + "/" + reversed);
    }

    @Override
    public UUID outletId() {
        return cooperativeId;
    }

    @Override
    public Rupiah amount() {
        return paid;
    }

    @Override
    public Payment recorded(Instant at) {
        return new Payment(id, cooperativeId, memberId, bookYear, paid, method, this.at, by, at);
    }

    Payment by(Actor actor) {
        return new Payment(
                id, cooperativeId, memberId, bookYear, paid, method, at, actor, recordedAt);
    }

    @Override
    public EntitlementPaid event() {
        return new EntitlementPaid(cooperativeId, id, memberId, bookYear, paid, method, at);
    }
}
