package id.lumbung.membership.member;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The beginning anew of memberships, and what puts them right. */
@RestController
@RequestMapping("/members/{id}")
class MembershipController {

    private final MembershipDesk desk;

    MembershipController(MembershipDesk desk) {
        this.desk = desk;
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
