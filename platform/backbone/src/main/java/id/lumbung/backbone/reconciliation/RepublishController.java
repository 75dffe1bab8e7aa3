package id.lumbung.backbone.reconciliation;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.outbox.Outbox;
import id.lumbung.backbone.outbox.OutboxRelay;
import id.lumbung.backbone.problem.Refusal;
import id.lumbung.backbone.security.Actor;
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

/** For operators: tells facts again that the journal lacks, and puts parked notices up again. */
@RestController
public final class RepublishController {

    private static final Logger log = LoggerFactory.getLogger(RepublishController.class);
    private static final int PARKED_SHOWN = 1_000;

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
        NOT_PARKED;

        @Override
        public HttpStatus status() {
            return HttpStatus.NOT_FOUND;
        }
    }

    /**
     * @param told facts posted to be told, under the ids they had
     */
    record ToldAgain(long told) {}

    @Operation(
            summary =
                    "Tell an outlet's facts of a range of days again, under the same ids; what is journalled already counts once")
    @PostMapping("/control/outlets/{outletId}/tell-again")
    ToldAgain tellAgain(
            @PathVariable UUID outletId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "Asia/Jakarta") ZoneId zone) {
        var range = DayRange.of(from, to, zone);
        var _ =
                audit.record(
                        "FACTS_TOLD_AGAIN",
                        books.cooperativeOf(outletId).orElse(AuditLog.PLATFORM),
                        outletId.toString(),
                        "%s to %s".formatted(range.from(), range.until()));
        var told =
                books.all().stream()
                        .mapToLong(book -> book.tellAgain(outletId, range.from(), range.until()))
                        .sum();
        log.info(
                "{} facts of the outlet {} are told again, asked by {}",
                told,
                outletId,
                Actor.current().subject());
        return new ToldAgain(told);
    }

    @Operation(summary = "Notices the broker will never take as they are, and why")
    @GetMapping("/control/parked")
    List<Outbox.Parked> parked() {
        return relay.collections().stream()
                .flatMap(collection -> board.parked(collection, PARKED_SHOWN).stream())
                .toList();
    }

    @Operation(summary = "Put a document's parked notices up again, after the cause is mended")
    @PostMapping("/control/parked/{collection}/{documentId}/retry")
    void retry(@PathVariable String collection, @PathVariable UUID documentId) {
        if (!relay.collections().contains(collection)) {
            throw notParked();
        }
        var cooperative =
                board.parkedOf(collection, documentId).orElseThrow(RepublishController::notParked);
        var _ = audit.record("NOTICES_RETRIED", cooperative, documentId.toString(), null);
        if (!board.unpark(collection, documentId)) {
            throw notParked();
        }
    }

    private static Refusal notParked() {
        return new Refusal(Rule.NOT_PARKED, "Nothing is parked there. See GET /control/parked.");
    }
}
