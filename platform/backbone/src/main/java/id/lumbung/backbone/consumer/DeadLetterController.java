package id.lumbung.backbone.consumer;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For operators: records that could not be consumed, why, and their replay after the fix. */
@RestController
@RequestMapping("/dead-letters")
final class DeadLetterController {

    private final DeadLetterStore letters;

    DeadLetterController(DeadLetterStore letters) {
        this.letters = letters;
    }

    @Operation(summary = "Dead letters, by topic, partition and offset")
    @GetMapping
    List<DeadLetterStore.DeadLetter> list(
            @RequestParam(required = false) DeadLetterStore.@Nullable State state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        return letters.list(state, after, Math.max(limit, 1));
    }

    @Operation(summary = "One dead letter")
    @GetMapping("/{id}")
    DeadLetterStore.DeadLetter get(@PathVariable String id) {
        return letters.get(id);
    }

    @Operation(summary = "The record's bytes as they came")
    @GetMapping(path = "/{id}/value", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] value(@PathVariable String id) {
        return letters.value(id);
    }

    @Operation(summary = "Consume the record again; 409 while it is still refused")
    @PostMapping("/{id}/replay")
    DeadLetterStore.DeadLetter replay(@PathVariable String id) {
        return letters.replay(id);
    }
}
