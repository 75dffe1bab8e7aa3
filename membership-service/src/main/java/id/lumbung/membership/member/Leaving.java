package id.lumbung.membership.member;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.LeavingReason;
import id.lumbung.backbone.event.Event.MemberLeft;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The end of a membership. The day of leaving is its last.
 *
 * @param id the membership's own, unless a leaving before this one was annulled
 * @param number which leaving of the membership this is, the first 1: one leaves once, and again
 *     only when that was annulled
 */
record Leaving(
        UUID id,
        UUID membershipId,
        UUID memberId,
        UUID cooperativeId,
        LocalDate on,
        LeavingReason reason,
        @JsonIgnore int number,
        Instant recordedAt)
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
        return new Leaving(id, membershipId, memberId, cooperativeId, on, reason, number, at);
    }

    @Override
    public MemberLeft event() {
        return new MemberLeft(cooperativeId, id, membershipId, memberId, on, reason);
    }
}
