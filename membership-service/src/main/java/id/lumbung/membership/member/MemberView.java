package id.lumbung.membership.member;

import id.lumbung.backbone.event.Event.MemberKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as officers see them.
 *
 * @param memberNumber as it stands on the card
 * @param kind of the latest membership, with {@code joinedOn} and {@code leftOn}
 * @param name null once the person is erased
 * @param nik masked
 * @param memberships all, the oldest first
 */
record MemberView(
        UUID id,
        UUID cooperativeId,
        @Schema(type = "string", example = "0417-1") @Nullable MemberNumber memberNumber,
        MemberKind kind,
        @Nullable String name,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        @Nullable String nik,
        List<Span> memberships,
        Instant recordedAt) {

    static MemberView of(
            MemberHistory history, Instant recordedAt, @Nullable PersonalRecord person) {
        var latest = history.latest();
        return new MemberView(
                history.memberId(),
                history.cooperativeId(),
                person == null ? null : person.memberNumber(),
                latest.kind(),
                person == null ? null : person.name(),
                latest.joinedOn(),
                latest.leftOn(),
                person == null ? null : person.nikMasked(),
                history.spans(),
                recordedAt);
    }

    @Override
    public String toString() {
        return "MemberView[" + id + "]";
    }
}
