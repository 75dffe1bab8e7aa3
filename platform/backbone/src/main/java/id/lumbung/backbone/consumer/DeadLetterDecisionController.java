package id.lumbung.backbone.consumer;

import id.lumbung.backbone.audit.AuditReason;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decides that nothing is to be made of a dead letter: an operator, and a second person. */
@RestController
@RequestMapping("/dead-letters")
final class DeadLetterDecisionController {

    private final DeadLetterDecisions decisions;

    DeadLetterDecisionController(DeadLetterDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * @param reason a sentence without personal data
     */
    record DecisionRequest(
            @NotNull DeadLetter.Verdict decision, @NotNull @AuditReason String reason) {}

    @Operation(summary = "Decide that nothing is to be made of it; another has to agree")
    @PutMapping("/{id}/decision")
    DeadLetter decide(@PathVariable String id, @Valid @RequestBody DecisionRequest request) {
        return decisions.decide(id, request.decision(), request.reason());
    }

    @Operation(summary = "Agree to what another has decided")
    @PutMapping("/{id}/decision/consent")
    DeadLetter consent(@PathVariable String id) {
        return decisions.consent(id);
    }

    @Operation(summary = "Take a decision back")
    @DeleteMapping("/{id}/decision")
    DeadLetter reopen(@PathVariable String id) {
        return decisions.reopen(id);
    }
}
