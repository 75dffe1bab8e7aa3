package id.lumbung.backbone.consumer;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.audit.AuditReason;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * For operators: records that could not be consumed, why, and what becomes of them. A cooperative's
 * supervisors see those of their own, without the bytes, and may agree to what an operator decided.
 */
@RestController
@RequestMapping("/dead-letters")
final class DeadLetterController {

    private final DeadLetterStore letters;
    private final DeadLetterReplay replay;
    private final DeadLetterDecisions decisions;
    private final AuditLog audit;

    DeadLetterController(
            DeadLetterStore letters,
            DeadLetterReplay replay,
            DeadLetterDecisions decisions,
            AuditLog audit) {
        this.letters = letters;
        this.replay = replay;
        this.decisions = decisions;
        this.audit = audit;
    }

    /**
     * @param reason a sentence without personal data
     */
    record DecisionRequest(
            @NotNull DeadLetter.Verdict decision, @NotNull @AuditReason String reason) {}

    /**
     * @param max how many at most; 100 where it is left out
     * @param dryRun only say what would become of them
     */
    record ReplayRequest(
            @Nullable String causeCode,
            @Nullable String eventType,
            @Nullable String topic,
            @Nullable UUID cooperativeId,
            @Nullable Boolean unknown,
            @Nullable @Min(1) @Max(DeadLetterReplay.MAX_AT_ONCE) Integer max,
            boolean dryRun) {

        DeadLetterFilter filter() {
            return new DeadLetterFilter(
                    DeadLetter.State.OPEN, causeCode, eventType, topic, cooperativeId, unknown);
        }
    }

    @Operation(summary = "Dead letters, by topic, partition and offset; supervisors, of their own")
    @GetMapping
    List<DeadLetter> list(
            @RequestParam(required = false) DeadLetter.@Nullable State state,
            @RequestParam(required = false) @Nullable String causeCode,
            @RequestParam(required = false) @Nullable String eventType,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable UUID cooperativeId,
            @RequestParam(required = false) @Nullable Boolean unknown,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        return letters.list(
                new DeadLetterFilter(state, causeCode, eventType, topic, cooperativeId, unknown),
                after,
                Math.max(limit, 1));
    }

    @Operation(summary = "How many are open, by cause")
    @GetMapping("/causes")
    Map<String, Integer> causes() {
        return letters.openByCause();
    }

    @Operation(summary = "One dead letter")
    @GetMapping("/{id}")
    DeadLetter get(@PathVariable String id) {
        return DeadLetterDocuments.read(replay.documentWithinReach(id));
    }

    @Operation(summary = "The record's bytes as they came; that they were read is audited")
    @GetMapping(path = "/{id}/value", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] value(@PathVariable String id) {
        var document = replay.document(id);
        audit.record("DEAD_LETTER_VALUE_READ", DeadLetterReplay.owner(document), id, null);
        return DeadLetterDocuments.value(document);
    }

    @Operation(summary = "What a replay would do; nothing is written")
    @GetMapping("/{id}/preview")
    Preview preview(@PathVariable String id) {
        return replay.preview(id);
    }

    @Operation(summary = "Consume the record again; 409 while it is still refused")
    @PostMapping("/{id}/replay")
    DeadLetter replay(@PathVariable String id) {
        return replay.replay(id);
    }

    @Operation(summary = "Replay open dead letters of a kind; stops after twenty refusals in a row")
    @PostMapping("/replays")
    List<DeadLetterReplay.Result> replays(@Valid @RequestBody ReplayRequest request) {
        return replay.replayAll(
                request.filter(), Objects.requireNonNullElse(request.max(), 100), request.dryRun());
    }

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
