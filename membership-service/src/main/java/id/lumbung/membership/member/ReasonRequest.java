package id.lumbung.membership.member;

import jakarta.validation.constraints.NotNull;

/** Why something is done that stands in the audit. */
public record ReasonRequest(@NotNull @AuditReason String reason) {}
