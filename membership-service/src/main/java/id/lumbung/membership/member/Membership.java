package id.lumbung.membership.member;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.MemberJoined;
import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That somebody became a member (anggota) of a cooperative, for the first time or again. Who it is
 * stands apart ({@link PersonalRecord}): a fact is never edited, what is known of a person must be.
 *
 * @param id the member's own for the first membership
 * @param number which membership of the member this is, the first 1: two cannot both be the second
 */
record Membership(
        UUID id,
        UUID memberId,
        UUID cooperativeId,
        MemberKind kind,
        LocalDate joinedOn,
        int number,
        Instant recordedAt)
        implements Fact {

    static Membership first(
            UUID memberId, UUID cooperativeId, MemberKind kind, LocalDate joinedOn, Instant now) {
        return new Membership(memberId, memberId, cooperativeId, kind, joinedOn, 1, now);
    }

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
        return Event.midday(joinedOn);
    }

    @Override
    public Instant earliest() {
        return Event.dawn(joinedOn);
    }

    @Override
    public Membership recorded(Instant at) {
        return new Membership(id, memberId, cooperativeId, kind, joinedOn, number, at);
    }

    @Override
    public MemberJoined event() {
        return new MemberJoined(cooperativeId, id, memberId, kind, joinedOn);
    }
}
