package id.lumbung.membership.member;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.MembershipCorrected;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That a membership was of this kind and began on this day, whatever was recorded before. Happens
 * when it is recorded.
 *
 * @param correctedId the membership, or the correction before this one: nothing is corrected twice,
 *     so the last of them is the one that no other corrects
 */
record MembershipCorrection(
        UUID id,
        UUID correctedId,
        UUID membershipId,
        UUID memberId,
        UUID cooperativeId,
        MemberKind kind,
        LocalDate joinedOn,
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
        return recordedAt;
    }

    @Override
    public MembershipCorrection recorded(Instant at) {
        return new MembershipCorrection(
                id, correctedId, membershipId, memberId, cooperativeId, kind, joinedOn, at);
    }

    @Override
    public MembershipCorrected event() {
        return new MembershipCorrected(
                cooperativeId, id, correctedId, membershipId, memberId, kind, joinedOn, recordedAt);
    }
}
