package id.lumbung.backbone.reconciliation;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.outbox.Outbox;
import id.lumbung.backbone.outbox.OutboxRelay;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For operators: publishes facts again that the journal lacks, and retries blocked messages. */
@RestController
public final class RepublishController {

    private static final Logger log = LoggerFactory.getLogger(RepublishController.class);
    private static final int MAX_SHOWN = 1_000;

    private final FactStores books;
    private final Outbox board;
    private final OutboxRelay relay;
    private final AuditLog audit;

    public RepublishController(FactStores books, Outbox board, OutboxRelay relay, AuditLog audit) {
        this.books = books;
        this.board = board;
        this.relay = relay;
        this.audit = audit;
    }

    enum Rule implements Refusal.Rule {
        @Refusal.Answers(HttpStatus.NOT_FOUND)
        NOT_BLOCKED
    }

    /**
     * @param published facts whose messages are in the outbox again, under the ids they had
     */
    record Republished(long published) {}

    @Operation(
            summary =
                    "Publish an outlet's facts of a range of days again, under the same ids; what is journalled already counts once")
    @PostMapping("/reconciliation/outlets/{outletId}/republish")
    Republished republish(
            @PathVariable UUID outletId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "Asia/Jakarta") ZoneId zone) {
        var range = DayRange.of(from, to, zone);
        var _ =
                audit.record(
                        "FACTS_REPUBLISHED",
                        books.cooperativeOf(outletId).orElse(AuditLog.PLATFORM),
                        outletId.toString(),
                        "%s to %s".formatted(range.from(), range.until()));
        var told =
                books.all().stream()
                        .mapToLong(book -> book.republish(outletId, range.from(), range.until()))
                        .sum();
        log.info(
                "{} facts of the outlet {} are published again, asked by {}",
                told,
                outletId,
                Actor.current().subject());
        return new Republished(told);
    }

    @Operation(summary = "Outbox messages the broker will never take as they are, and why")
    @GetMapping("/outbox/blocked")
    List<Outbox.Blocked> blocked() {
        return relay.collections().stream()
                .flatMap(collection -> board.blocked(collection, MAX_SHOWN).stream())
                .toList();
    }

    @Operation(summary = "Retry a document's blocked messages, after the cause is fixed")
    @PostMapping("/outbox/blocked/{collection}/{documentId}/retry")
    void retry(@PathVariable String collection, @PathVariable UUID documentId) {
        if (!relay.collections().contains(collection)) {
            throw notBlocked();
        }
        var cooperative =
                board.blockedOf(collection, documentId)
                        .orElseThrow(RepublishController::notBlocked);
        var _ = audit.record("OUTBOX_RETRIED", cooperative, documentId.toString(), null);
        if (!board.retry(collection, documentId)) {
            throw notBlocked();
        }
    }

    private static Refusal notBlocked() {
        return new Refusal(Rule.NOT_BLOCKED, "Nothing is blocked there. See GET /outbox/blocked.");
    }
}
