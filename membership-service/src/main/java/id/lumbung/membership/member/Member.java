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
 * A member (anggota) of a cooperative. The name is personal data: it stays here and stands in no
 * event and no log.
 */
public record Member(
        UUID id,
        UUID cooperativeId,
        MemberKind kind,
        String name,
        LocalDate joinedOn,
        Instant recordedAt)
        implements Fact {

    @Override
    public UUID memberId() {
        return id;
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
    public Member recorded(Instant at) {
        return new Member(id, cooperativeId, kind, name, joinedOn, at);
    }

    @Override
    public MemberJoined event() {
        return new MemberJoined(cooperativeId, id, kind, joinedOn);
    }
}
