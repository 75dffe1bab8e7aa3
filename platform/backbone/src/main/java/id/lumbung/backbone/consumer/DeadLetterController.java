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

/** For operators: records that could not be taken, why, and their replay after the mending. */
@RestController
@RequestMapping("/dead-letters")
public final class DeadLetterController {

    private final DeadLetterStore file;

    public DeadLetterController(DeadLetterStore file) {
        this.file = file;
    }

    @Operation(summary = "Records that could not be taken, by topic, partition and offset")
    @GetMapping
    List<DeadLetterStore.Case> list(
            @RequestParam(required = false) DeadLetterStore.@Nullable State state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        return file.list(state, after, Math.max(limit, 1));
    }

    @Operation(summary = "One such record's case")
    @GetMapping("/{id}")
    DeadLetterStore.Case get(@PathVariable String id) {
        return file.get(id);
    }

    @Operation(summary = "The record's bytes as they came")
    @GetMapping(path = "/{id}/value", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] value(@PathVariable String id) {
        return file.value(id);
    }

    @Operation(summary = "Take the record in again; 409 while it is still refused")
    @PostMapping("/{id}/replay")
    DeadLetterStore.Case replay(@PathVariable String id) {
        return file.replay(id);
    }
}
