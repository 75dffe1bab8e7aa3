package id.lumbung.membership.member;

import id.lumbung.backbone.event.Event.LeavingReason;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * @param on the last day of the membership
 */
record LeaveRequest(@NotNull LocalDate on, @NotNull LeavingReason reason) {}
