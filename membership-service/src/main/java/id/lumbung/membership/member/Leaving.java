package id.lumbung.membership.member;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.LeavingReason;
import id.lumbung.backbone.event.Event.MemberLeft;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The end of a membership.
 *
 * @param id the member's: one leaves once
 */
record Leaving(UUID id, UUID cooperativeId, LocalDate on, LeavingReason reason, Instant recordedAt)
        implements Fact {

    @Override
    public UUID outletId() {
        return cooperativeId;
    }

    @Override
    public Rupiah amount() {
        return Rupiah.ZERO;
    }

    @Override
    public Instant at() {
        return Event.midday(on);
    }

    @Override
    public Instant earliest() {
        return Event.dawn(on);
    }

    @Override
    public Leaving recorded(Instant at) {
        return new Leaving(id, cooperativeId, on, reason, at);
    }

    @Override
    public MemberLeft event() {
        return new MemberLeft(cooperativeId, id, on, reason);
    }
}
