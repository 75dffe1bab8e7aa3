package id.lumbung.membership.member;

import id.lumbung.backbone.audit.AuditReason;
import jakarta.validation.constraints.NotNull;

/** Why something is done that stands in the audit. */
public record ReasonRequest(@NotNull @AuditReason String reason) {}
