package id.lumbung.backbone.consumer;

import id.lumbung.backbone.audit.AuditLog;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * For operators: records that could not be consumed, and why. A cooperative's supervisors see those
 * of their own, without the bytes.
 */
@RestController
@RequestMapping("/dead-letters")
final class DeadLetterController {

    private final DeadLetterStore letters;
    private final DeadLetterReplay replay;
    private final AuditLog audit;

    DeadLetterController(DeadLetterStore letters, DeadLetterReplay replay, AuditLog audit) {
        this.letters = letters;
        this.replay = replay;
        this.audit = audit;
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
        return StoredDeadLetter.read(replay.documentWithinReach(id));
    }

    @Operation(summary = "The record's bytes as they came; that they were read is audited")
    @GetMapping(path = "/{id}/value", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] value(@PathVariable String id) {
        var document = replay.document(id);
        audit.record("DEAD_LETTER_VALUE_READ", DeadLetterReplay.owner(document), id, null);
        return StoredDeadLetter.value(document);
    }
}
