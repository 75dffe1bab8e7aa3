package id.lumbung.membership.member;

import id.lumbung.backbone.audit.AuditLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything this service holds about a member.
 *
 * @param nik masked, or in clear where a reason was given
 * @param changes who changed which fields
 * @param login by which the member reads this, and who bound it to them; null where there is none
 * @param readBy the newest lines of the audit that are about the member, up to 1,000
 * @param heldElsewhere what other services hold, and where it is read
 */
record PersonalData(
        UUID memberId,
        UUID cooperativeId,
        @Schema(type = "string", example = "0417-1") @Nullable MemberNumber memberNumber,
        String kind,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        List<Span> memberships,
        @Nullable String name,
        @Nullable String nik,
        @Nullable String phone,
        @Nullable String address,
        @Nullable LocalDate birthDate,
        @Nullable SocialAid aid,
        Instant recordedAt,
        List<RecordChange> changes,
        @Nullable RecordErasure erased,
        List<?> savings,
        @Nullable BoundLogin login,
        List<AuditLine> readBy,
        List<RetentionNote> heldElsewhere) {

    /**
     * @param person null where nothing was ever known
     */
    static PersonalData of(
            MemberView member,
            @Nullable PersonalRecord person,
            @Nullable String nik,
            List<?> savings,
            @Nullable BoundLogin login,
            List<AuditLine> readBy) {
        var known = person == null ? KnownPerson.NOTHING : person.known();
        return new PersonalData(
                member.id(),
                member.cooperativeId(),
                member.memberNumber(),
                member.kind().name(),
                member.joinedOn(),
                member.leftOn(),
                member.memberships(),
                known.name(),
                nik,
                known.phone(),
                known.address(),
                known.birthDate(),
                known.aid(),
                member.recordedAt(),
                person == null ? List.of() : person.changes(),
                person == null ? null : person.erased(),
                savings,
                login,
                readBy,
                RetentionNote.elsewhere());
    }

    @Override
    public String toString() {
        return "PersonalData[" + memberId + "]";
    }
}
