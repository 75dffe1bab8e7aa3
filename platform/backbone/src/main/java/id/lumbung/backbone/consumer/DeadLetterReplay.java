package id.lumbung.backbone.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Updates;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.edge.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Consumes records again that became dead letters. At most one replay of a letter is under way,
 * however often it is asked for; nothing goes back onto a topic, so no other consumer sees it.
 */
final class DeadLetterReplay {

    static final int MAX_AT_ONCE = 500;
    private static final int MAX_REFUSED_IN_A_ROW = 20;

    /** A replay that died is forgotten after so long. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final String UNDER_REPLAY_UNTIL = "underReplayUntil";

    private final DeadLetterStore letters;
    private final EventReader reader;
    private final BatchConsumer consumer;
    private final EventHandler handler;
    private final AuditLog audit;
    private final Clock clock;

    DeadLetterReplay(
            DeadLetterStore letters,
            EventReader reader,
            BatchConsumer consumer,
            EventHandler handler,
            AuditLog audit,
            Clock clock) {
        this.letters = letters;
        this.reader = reader;
        this.consumer = consumer;
        this.handler = handler;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param outcome what became of it, or would
     */
    record Result(String id, String outcome, @Nullable String cause) {}

    /** What a replay would do. Writes nothing, and counts as no attempt. */
    Preview preview(String id) {
        var document = document(id);
        return switch (reader.read(
                StoredDeadLetter.headers(document), StoredDeadLetter.value(document))) {
            case EventReader.Event(var event) -> handler.preview(event);
            case EventReader.NoEvent(var refused) -> Preview.refused(refused);
        };
    }

    /**
     * Consumes the record again, as it came. Closes the letter when that succeeds; one that is not
     * open stays as it is.
     *
     * @throws Refusal when it is refused still; the letter stays open with the new cause
     */
    DeadLetter replay(String id) {
        var document = document(id);
        if (!isOpen(document)) {
            return StoredDeadLetter.read(document);
        }
        audit.record("DEAD_LETTER_REPLAYED", owner(document), id, null);
        claim(id);
        var refused = consume(document);
        if (refused != null) {
            var _ =
                    letters.update(
                            id,
                            eq(DeadLetterStore.STATE, DeadLetter.State.OPEN.name()),
                            Updates.combine(
                                    Updates.set(DeadLetterStore.CODE, refused.code().name()),
                                    Updates.set("cause", refused.reason()),
                                    Updates.set("causeField", refused.field()),
                                    by()));
            throw DeadLetterRule.STILL_REFUSED.because(
                    "Rekaman ini masih ditolak: " + refused.reason(),
                    "The record is refused still: " + refused.reason());
        }
        var _ =
                letters.update(
                        id,
                        new Document(),
                        Updates.combine(
                                Updates.set(DeadLetterStore.STATE, DeadLetter.State.CLOSED.name()),
                                Updates.set("closedAt", Date.from(clock.instant())),
                                by()));
        return StoredDeadLetter.read(document(id));
    }

    /**
     * Replays open letters, up to so many; stops after twenty refusals in a row, when the fix is
     * none.
     */
    List<Result> replayAll(DeadLetterFilter filter, int max, boolean dryRun) {
        var results = new ArrayList<Result>();
        var refusedInARow = 0;
        for (var letter : letters.list(filter, null, Math.min(max, MAX_AT_ONCE))) {
            var result = dryRun ? previewed(letter.id()) : replayed(letter.id());
            results.add(result);
            refusedInARow = result.cause() == null ? 0 : refusedInARow + 1;
            if (refusedInARow == MAX_REFUSED_IN_A_ROW) {
                break;
            }
        }
        return results;
    }

    private Result previewed(String id) {
        var preview = preview(id);
        return new Result(id, preview.outcome().name(), preview.cause());
    }

    private Result replayed(String id) {
        try {
            return new Result(id, replay(id).state().name(), null);
        } catch (Refusal e) {
            return new Result(id, e.rule().name(), e.detail());
        }
    }

    /** Lets one replay of a letter be under way. */
    private void claim(String id) {
        var now = clock.instant();
        var isClaimed =
                letters.update(
                        id,
                        and(
                                eq(DeadLetterStore.STATE, DeadLetter.State.OPEN.name()),
                                or(
                                        exists(UNDER_REPLAY_UNTIL, false),
                                        lt(UNDER_REPLAY_UNTIL, Date.from(now)))),
                        Updates.combine(
                                Updates.set(UNDER_REPLAY_UNTIL, Date.from(now.plus(LEASE))),
                                Updates.inc("attempts", 1)));
        if (!isClaimed) {
            throw DeadLetterRule.UNDER_REPLAY.because(
                    "Sedang dicoba lagi saat ini, atau baru saja ditutup. Periksa lagi.",
                    "It is being replayed at this moment, or was just closed. Look at it again.");
        }
    }

    private Outcome.@Nullable Refused consume(Document document) {
        var outcome =
                switch (reader.read(
                        StoredDeadLetter.headers(document), StoredDeadLetter.value(document))) {
                    case EventReader.Event(var event) -> consumer.handleAlone(event);
                    case EventReader.NoEvent(var refused) -> refused;
                };
        return outcome instanceof Outcome.Refused refused ? refused : null;
    }

    private static org.bson.conversions.Bson by() {
        var actor = Actor.current();
        return Updates.combine(
                Updates.unset(UNDER_REPLAY_UNTIL),
                Updates.set(Actor.BY, actor.subject()),
                Updates.set(Actor.BY_CLIENT, actor.client()));
    }

    Document document(String id) {
        return letters.document(id).orElseThrow(DeadLetterReplay::noSuchLetter);
    }

    /**
     * A letter that the request being answered may touch.
     *
     * @throws Refusal where it may not, the same as where there is none; a letter that names no
     *     cooperative is for operators alone
     */
    Document documentWithinReach(String id) {
        var document = document(id);
        if (!RequestGrant.current().covers(owner(document), null, null)) {
            throw noSuchLetter();
        }
        return document;
    }

    private static Refusal noSuchLetter() {
        return DeadLetterRule.NO_SUCH_DEAD_LETTER.because(
                "Tidak ada rekaman dengan id ini. Lihat GET /dead-letters.",
                "There is no dead letter of this id. See GET /dead-letters.");
    }

    static boolean isOpen(Document document) {
        return DeadLetter.State.OPEN.name().equals(document.getString(DeadLetterStore.STATE));
    }

    static UUID owner(Document document) {
        return Objects.requireNonNullElse(
                document.get(DeadLetterStore.COOPERATIVE, UUID.class), AuditLog.PLATFORM);
    }
}
