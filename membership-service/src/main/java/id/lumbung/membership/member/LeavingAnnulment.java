package id.lumbung.membership.member;

import id.lumbung.backbone.event.Event.LeavingAnnulled;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That a leaving was recorded by mistake: the membership never ended. Happens when it is recorded.
 *
 * @param id the leaving's: it is annulled once
 * @param leftOn the day of the leaving
 */
record LeavingAnnulment(
        UUID id, UUID memberId, UUID cooperativeId, LocalDate leftOn, Instant recordedAt)
        implements Fact {

    static LeavingAnnulment of(Leaving leaving, Instant now) {
        return new LeavingAnnulment(
                leaving.id(), leaving.memberId(), leaving.cooperativeId(), leaving.on(), now);
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
        return recordedAt;
    }

    @Override
    public LeavingAnnulment recorded(Instant at) {
        return new LeavingAnnulment(id, memberId, cooperativeId, leftOn, at);
    }

    @Override
    public LeavingAnnulled event() {
        return new LeavingAnnulled(cooperativeId, id, id, memberId, leftOn, recordedAt);
    }
}
