package id.lumbung.membership.member;

import id.lumbung.backbone.event.Event.MemberKind;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** Another membership of one who left. */
record MembershipRequest(@NotNull MemberKind kind, @NotNull LocalDate joinedOn) {}
