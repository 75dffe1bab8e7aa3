package id.lumbung.backbone.outbox;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.edge.problem.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators: messages that the broker will never take as they are. */
@RestController
@RequestMapping("/outbox/blocked")
final class BlockedMessagesController {

    private static final int MAX_SHOWN = 1_000;

    private final BlockedMessages blocked;
    private final MessageBlocking blocking;
    private final OutboxRelay relay;
    private final AuditLog audit;

    BlockedMessagesController(
            BlockedMessages blocked, MessageBlocking blocking, OutboxRelay relay, AuditLog audit) {
        this.blocked = blocked;
        this.blocking = blocking;
        this.relay = relay;
        this.audit = audit;
    }

    enum Rule implements Refusal.Rule {
        @Refusal.Answers(HttpStatus.NOT_FOUND)
        NOT_BLOCKED
    }

    @Operation(summary = "Outbox messages the broker will never take as they are, and why")
    @GetMapping
    List<BlockedMessage> list() {
        return relay.collections().stream()
                .flatMap(collection -> blocked.list(collection, MAX_SHOWN).stream())
                .toList();
    }

    @Operation(summary = "Retry a document's blocked messages, after the cause is fixed")
    @PostMapping("/{collection}/{documentId}/retry")
    void retry(@PathVariable String collection, @PathVariable UUID documentId) {
        if (!relay.collections().contains(collection)) {
            throw notBlocked();
        }
        var cooperative =
                blocked.ownerOf(collection, documentId, AuditLog.PLATFORM)
                        .orElseThrow(BlockedMessagesController::notBlocked);
        audit.record("OUTBOX_RETRIED", cooperative, documentId.toString(), null);
        if (!blocking.retry(collection, documentId)) {
            throw notBlocked();
        }
    }

    private static Refusal notBlocked() {
        return Rule.NOT_BLOCKED.because(
                "Tidak ada yang terblokir di situ. Lihat GET /outbox/blocked.",
                "Nothing is blocked there. See GET /outbox/blocked.");
    }
}
