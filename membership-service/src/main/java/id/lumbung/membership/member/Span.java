package id.lumbung.membership.member;

import id.lumbung.backbone.event.Event.MemberKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A membership as it is known today, with every correction.
 *
 * @param leavingId of the leaving that ended it; null, with {@code leftOn}, while it lasts
 * @param leftOn its last day
 */
public record Span(
        UUID membershipId,
        MemberKind kind,
        LocalDate joinedOn,
        @Nullable UUID leavingId,
        @Nullable LocalDate leftOn) {

    public boolean includes(LocalDate day) {
        return !day.isBefore(joinedOn) && (leftOn == null || !day.isAfter(leftOn));
    }
}
