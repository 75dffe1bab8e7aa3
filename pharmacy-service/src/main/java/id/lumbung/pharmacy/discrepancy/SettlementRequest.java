package id.lumbung.pharmacy.discrepancy;

import id.lumbung.backbone.audit.AuditReason;
import id.lumbung.backbone.security.Owned;
import id.lumbung.pharmacy.discrepancy.Settlement.Outcome;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a person says of a discrepancy.
 *
 * @param day of its cause, by the outlet's calendar
 */
record SettlementRequest(
        @NotNull UUID cooperativeId,
        @NotNull UUID outletId,
        @NotNull LocalDate day,
        @NotNull Outcome outcome,
        @AuditReason String reason)
        implements Owned {}
