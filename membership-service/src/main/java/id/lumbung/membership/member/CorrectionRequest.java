package id.lumbung.membership.member;

import id.lumbung.backbone.audit.AuditReason;
import id.lumbung.backbone.event.Event.MemberKind;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * What a membership truly was from its beginning.
 *
 * @param reason for the audit
 */
record CorrectionRequest(
        @NotNull MemberKind kind,
        @NotNull LocalDate joinedOn,
        @NotNull @AuditReason String reason) {}
