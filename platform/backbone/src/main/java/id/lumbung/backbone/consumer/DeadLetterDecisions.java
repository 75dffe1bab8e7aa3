package id.lumbung.backbone.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Updates;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import java.time.Clock;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Decides that nothing is to be made of a dead letter. An operator decides and gives the reason,
 * another agrees, or a supervisor of the cooperative whose letter it is; until then it stays open.
 * A decision is audited before it is written, and can be taken back.
 */
final class DeadLetterDecisions {

    private final DeadLetterStore letters;
    private final DeadLetterReplay replay;
    private final AuditLog audit;
    private final Clock clock;

    DeadLetterDecisions(
            DeadLetterStore letters, DeadLetterReplay replay, AuditLog audit, Clock clock) {
        this.letters = letters;
        this.replay = replay;
        this.audit = audit;
        this.clock = clock;
    }

    /** Proposes a decision, in place of one that nobody has agreed to yet. */
    DeadLetter decide(String id, DeadLetter.Verdict what, String reason) {
        audit.record(
                "DEAD_LETTER_DECIDED",
                DeadLetterReplay.owner(replay.document(id)),
                id,
                what + ": " + reason);
        var decision =
                new Document("what", what.name())
                        .append("reason", reason)
                        .append("by", Actor.current().subject())
                        .append("at", Date.from(clock.instant()));
        return change(
                id,
                isOpen(),
                Updates.set(DeadLetterStore.DECISION, decision),
                DeadLetterRule.NOT_OPEN.because(
                        "Hanya rekaman yang masih terbuka yang dapat diputuskan. Lihat 'state'-nya.",
                        "Only an open dead letter is decided. See its state."));
    }

    /**
     * Agrees to what another has decided; the letter holds no books open any more.
     *
     * @throws Refusal when who agrees is who decided
     */
    DeadLetter consent(String id) {
        var document = replay.documentWithinReach(id);
        var decision = document.get(DeadLetterStore.DECISION, Document.class);
        var actor = Actor.current().subject();
        if (decision == null) {
            throw DeadLetterRule.NOTHING_DECIDED.because(
                    "Belum ada yang memutuskan apa-apa tentang ini.",
                    "Nobody has decided anything about it yet.");
        }
        if (actor.equals(decision.getString("by"))) {
            throw DeadLetterRule.SAME_PERSON.because(
                    "Yang memutuskan tidak dapat sekaligus menyetujui. Minta operator lain, atau pengawas koperasinya, memeriksanya.",
                    "Who decided cannot agree as well. Ask another operator, or a supervisor of the"
                            + " cooperative, to look at it.");
        }
        audit.record("DEAD_LETTER_CONSENTED", DeadLetterReplay.owner(document), id, null);
        return change(
                id,
                and(isOpen(), eq("decision.at", decision.getDate("at")), ne("decision.by", actor)),
                Updates.combine(
                        Updates.set(DeadLetterStore.STATE, DeadLetter.State.DECIDED.name()),
                        Updates.set("decision.consentBy", actor),
                        Updates.set("decision.consentAt", Date.from(clock.instant()))),
                DeadLetterRule.NOTHING_DECIDED.because(
                        "Keputusannya sudah berubah. Periksa lagi.",
                        "The decision was changed meanwhile. Look at it again."));
    }

    /** Takes a decision back, agreed to or not; the letter is open. */
    DeadLetter reopen(String id) {
        audit.record("DEAD_LETTER_REOPENED", DeadLetterReplay.owner(replay.document(id)), id, null);
        return change(
                id,
                and(
                        exists(DeadLetterStore.DECISION),
                        ne(DeadLetterStore.STATE, DeadLetter.State.CLOSED.name())),
                Updates.combine(
                        Updates.unset(DeadLetterStore.DECISION),
                        Updates.set(DeadLetterStore.STATE, DeadLetter.State.OPEN.name())),
                DeadLetterRule.NOTHING_DECIDED.because(
                        "Tidak ada keputusan yang dapat ditarik.",
                        "There is no decision to take back."));
    }

    private static Bson isOpen() {
        return eq(DeadLetterStore.STATE, DeadLetter.State.OPEN.name());
    }

    private DeadLetter change(String id, Bson condition, Bson change, Refusal otherwise) {
        if (!letters.update(id, condition, change)) {
            throw otherwise;
        }
        return StoredDeadLetter.read(replay.document(id));
    }
}
