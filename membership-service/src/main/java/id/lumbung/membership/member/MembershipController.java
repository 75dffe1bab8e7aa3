package id.lumbung.membership.member;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The end of memberships, their beginning anew, and what puts them right. */
@RestController
@RequestMapping("/members/{id}")
class MembershipController {

    private final MembershipDesk desk;

    MembershipController(MembershipDesk desk) {
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

    @Operation(summary = "Admit again somebody who left: another membership of the same person")
    @PutMapping("/memberships/{membershipId}")
    Membership readmit(
            @PathVariable UUID id,
            @PathVariable UUID membershipId,
            @Valid @RequestBody MembershipRequest membership) {
        return desk.readmit(id, membershipId, membership);
    }

    @Operation(
            summary =
                    "Put right the kind or the day of joining of a membership; recorded in the audit",
            description =
                    "What is sent here counts from the membership's beginning, in place of what was recorded.")
    @PutMapping("/memberships/{membershipId}/corrections/{correctionId}")
    MembershipCorrection correct(
            @PathVariable UUID id,
            @PathVariable UUID membershipId,
            @PathVariable UUID correctionId,
            @Valid @RequestBody CorrectionRequest correction) {
        return desk.correct(id, membershipId, correctionId, correction);
    }
}
