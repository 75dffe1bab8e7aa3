package id.lumbung.backbone.consumer;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Consumes records again that became dead letters, and says what would become of them. */
@RestController
@RequestMapping("/dead-letters")
final class DeadLetterReplayController {

    private final DeadLetterReplay replay;

    DeadLetterReplayController(DeadLetterReplay replay) {
        this.replay = replay;
    }

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
}
