package id.lumbung.shu.patronage;

import id.lumbung.backbone.event.Event.MemberKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member as the journal knows them: no name, no NIK. */
record RegisteredMember(
        UUID memberId,
        @Nullable MemberKind kind,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate leftOn) {}
