package id.lumbung.membership.member;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The end of memberships, and what takes it back. */
@RestController
@RequestMapping("/members/{id}")
class LeavingController {

    private final MembershipDesk desk;

    LeavingController(MembershipDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "End a membership")
    @PutMapping("/leaving")
    Leaving leave(@PathVariable UUID id, @Valid @RequestBody LeaveRequest leaving) {
        return desk.leave(id, leaving);
    }

    @Operation(summary = "End a membership of which an earlier leaving was annulled")
    @PutMapping("/leavings/{leavingId}")
    Leaving leaveAgain(
            @PathVariable UUID id,
            @PathVariable UUID leavingId,
            @Valid @RequestBody LeaveRequest leaving) {
        return desk.leave(id, leavingId, leaving);
    }

    @Operation(
            summary = "Annul a leaving that was recorded by mistake; recorded in the audit",
            description = "The membership never ended. GET /members/{id} shows the leaving's id.")
    @PutMapping("/leavings/{leavingId}/annulment")
    LeavingAnnulment annul(
            @PathVariable UUID id,
            @PathVariable UUID leavingId,
            @Valid @RequestBody ReasonRequest why) {
        return desk.annul(id, leavingId, why.reason());
    }
}
