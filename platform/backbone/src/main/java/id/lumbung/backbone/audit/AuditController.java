package id.lumbung.backbone.audit;

import id.lumbung.backbone.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a cooperative's supervisors (pengawas) read; there is no way to write. */
@RestController
final class AuditController {

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @Operation(
            summary =
                    "Who read or changed what is sensitive in a cooperative, the oldest first, a page at a time")
    @GetMapping("/audit")
    Page<AuditLine> lines(
            @RequestParam UUID cooperativeId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1_000) int limit) {
        var lines =
                log.lines(
                        cooperativeId,
                        within(from, Instant.EPOCH),
                        within(until, LATEST),
                        after,
                        limit);
        return Page.of(lines, limit, AuditLine::number);
    }

    /** Further than any database counts, nothing was ever recorded. */
    private static Instant within(@Nullable Instant given, Instant otherwise) {
        if (given == null) {
            return otherwise;
        }
        return given.isBefore(Instant.EPOCH)
                ? Instant.EPOCH
                : given.isAfter(LATEST) ? LATEST : given;
    }

    @Operation(summary = "Whether a line of a cooperative's audit was changed or taken out")
    @GetMapping("/audit/examination")
    AuditLog.Examination examination(@RequestParam UUID cooperativeId) {
        return log.examine(cooperativeId);
    }
}
