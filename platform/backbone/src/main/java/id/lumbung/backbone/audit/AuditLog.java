package id.lumbung.backbone.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import id.lumbung.backbone.mongo.DuplicateKeys;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpStatus;

/**
 * Who read or changed what is sensitive, when and why. A line is on disk on a majority of the
 * database's nodes before {@link #record} returns: record first, answer then, so that what cannot
 * be recorded is not answered. There is no way here to change or remove a line.
 *
 * <p>Lines of a cooperative are chained: each carries a hash over itself and the one before. One
 * that was changed or taken out in the database shows in {@link #examine}. Not so the newest lines
 * cut off at the end, nor a chain written anew from some line on by whoever may write to the
 * database: for those, keep the last hash elsewhere from time to time.
 *
 * <p>Costs one read and one insert. Lines of one cooperative are written one after another; many at
 * the same moment try again.
 */
public final class AuditLog {

    /** In place of a cooperative, for acts that concern none or all of them. */
    public static final UUID PLATFORM = new UUID(0, 0);

    static final String COLLECTION = "auditLines";

    private static final int TRIES = 50;
    private static final int MAX_CHARACTERS = 500;
    private static final Pattern ACTION = Pattern.compile("[A-Z][A-Z_]{1,59}");

    private final MongoCollection<Document> lines;
    private final Clock clock;

    enum Rule implements Refusal.Rule {
        @Refusal.Answers(HttpStatus.SERVICE_UNAVAILABLE)
        TOO_MUCH_TO_RECORD,
        @Refusal.Answers(HttpStatus.NOT_FOUND)
        NO_SUCH_LINE
    }

    /**
     * What became of a cooperative's lines.
     *
     * @param firstBroken the number of the first line that is missing, was changed, or does not
     *     follow the one before; null where all are as they were written
     * @param lastHash of the last line, to be kept elsewhere
     */
    public record Examination(
            long lines, boolean intact, @Nullable Long firstBroken, @Nullable String lastHash) {}

    public AuditLog(MongoOperations mongo, Clock clock) {
        this.lines = mongo.getCollection(COLLECTION);
        this.clock = clock;
        var _ =
                lines.createIndex(
                        Indexes.ascending("cooperativeId", "number"),
                        new IndexOptions().unique(true));
        var _ = lines.createIndex(Indexes.ascending("cooperativeId", "at", "number"));
        var _ = lines.createIndex(Indexes.ascending("cooperativeId", "about", "number"));
    }

    /**
     * Records what {@link Actor#current whoever asks now} is about to read or change.
     *
     * @param action in capitals, such as {@code NIK_READ}
     * @param cooperativeId whose it is, or {@link #PLATFORM}
     * @param about the id of whom or what it is done to; never a name
     * @param reason as given; up to 500 characters, without personal data
     * @throws Refusal when it cannot be recorded; then nothing may be answered
     */
    @CanIgnoreReturnValue
    public AuditLine record(
            String action, UUID cooperativeId, String about, @Nullable String reason) {
        return record(action, cooperativeId, about, reason, Actor.current());
    }

    /**
     * The same where the request carries no token, since it is the one in which somebody shows who
     * they are.
     *
     * @param actor who that is
     */
    @CanIgnoreReturnValue
    public AuditLine record(
            String action, UUID cooperativeId, String about, @Nullable String reason, Actor actor) {
        require(ACTION.matcher(action).matches(), "An action is named in capitals");
        require(about.length() <= MAX_CHARACTERS, "What it is about is named by its id");
        require(reason == null || reason.length() <= MAX_CHARACTERS, "A reason is a sentence");
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var line =
                    AuditLine.after(
                            last(cooperativeId),
                            cooperativeId,
                            clock.instant(),
                            action,
                            about,
                            reason,
                            actor);
            try {
                var _ = lines.insertOne(write(line));
                return line;
            } catch (MongoWriteException e) {
                DuplicateKeys.require(e); // Another took the number; look again.
            }
        }
        throw Rule.TOO_MUCH_TO_RECORD.because(
                "Permintaan ini tidak dapat dicatat di audit, jadi tidak dijawab. Ulangi beberapa detik lagi.",
                "That this was asked for could not be recorded, so it is not answered. Ask again in a few seconds.");
    }

    /**
     * A cooperative's lines, the oldest first.
     *
     * @param until exclusive
     * @param after the number of the line before the first that is wanted
     */
    public List<AuditLine> lines(
            UUID cooperativeId, Instant from, Instant until, @Nullable Long after, int max) {
        var which =
                and(
                        eq("cooperativeId", cooperativeId),
                        gte("at", Date.from(from)),
                        lt("at", Date.from(until)));
        if (after != null) {
            var at = Date.from(line(cooperativeId, after).at());
            which = and(which, or(gt("at", at), and(eq("at", at), gt("number", after))));
        }
        return lines.find(which)
                .sort(Sorts.ascending("at", "number"))
                .limit(max)
                .map(AuditLog::read)
                .into(new ArrayList<>());
    }

    /** The newest lines that are about someone or something in a cooperative, up to so many. */
    public List<AuditLine> about(UUID cooperativeId, String about, int max) {
        return lines.find(and(eq("cooperativeId", cooperativeId), eq("about", about)))
                .sort(Sorts.descending("number"))
                .limit(max)
                .map(AuditLog::read)
                .into(new ArrayList<>());
    }

    /** Reads all lines of a cooperative and tells whether any was changed or taken out. */
    public Examination examine(UUID cooperativeId) {
        AuditLine before = null;
        var count = 0L;
        Long broken = null;
        for (var document :
                lines.find(eq("cooperativeId", cooperativeId)).sort(Sorts.ascending("number"))) {
            var line = read(document);
            count++;
            if (broken == null && !line.follows(before)) {
                broken = before == null ? 1 : before.number() + 1;
            }
            before = line;
        }
        return new Examination(
                count, broken == null, broken, before == null ? null : before.hash());
    }

    private AuditLine line(UUID cooperativeId, long number) {
        var found =
                lines.find(and(eq("cooperativeId", cooperativeId), eq("number", number))).first();
        if (found == null) {
            throw Rule.NO_SUCH_LINE.because(
                    "'after' bukan baris koperasi ini. Mulai lagi tanpa itu.",
                    "'after' names no line of this cooperative. Begin again without it.");
        }
        return read(found);
    }

    private @Nullable AuditLine last(UUID cooperativeId) {
        var last =
                lines.find(and(eq("cooperativeId", cooperativeId), gt("number", 0L)))
                        .sort(Sorts.descending("number"))
                        .first();
        return last == null ? null : read(last);
    }

    private static Document write(AuditLine line) {
        return new Document("cooperativeId", line.cooperativeId())
                .append("number", line.number())
                .append("at", Date.from(line.at()))
                .append("action", line.action())
                .append("about", line.about())
                .append("reason", line.reason())
                .append("subject", line.subject())
                .append("client", line.client())
                .append("hash", line.hash());
    }

    /**
     * Whatever somebody made of a line in the database, it can be read: what is missing shows in
     * {@link #examine}, and the next line is written nonetheless.
     */
    private static AuditLine read(Document document) {
        return new AuditLine(
                document.get("cooperativeId", UUID.class),
                field(document, "number", 0L),
                field(document, "at", Date.from(Instant.EPOCH)).toInstant(),
                field(document, "action", ""),
                field(document, "about", ""),
                document.get("reason") instanceof String reason ? reason : null,
                field(document, "subject", ""),
                document.get("client") instanceof String client ? client : null,
                field(document, "hash", ""));
    }

    private static <T> T field(Document document, String name, T otherwise) {
        var value = document.get(name);
        @SuppressWarnings("unchecked")
        var type = (Class<T>) otherwise.getClass();
        return type.isInstance(value) ? type.cast(value) : otherwise;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
