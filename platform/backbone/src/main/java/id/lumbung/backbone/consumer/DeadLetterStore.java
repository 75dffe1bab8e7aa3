package id.lumbung.backbone.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.mongo.DuplicateKeys;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpStatus;

/**
 * The open and closed cases of records that could not be taken, kept in the service's own database
 * with their bytes. A case is named by where its record stood, so a letter that is filed twice is
 * one case.
 */
public final class DeadLetterStore {

    static final int MOST = 1_000;

    private static final String STATE = "state";
    private static final String COOPERATIVE = "cooperativeId";

    private final MongoCollection<Document> cases;
    private final BatchConsumer intake;
    private final BatchConsumer.EventHandler taker;
    private final AuditLog audit;
    private final Clock clock;

    enum State {
        OPEN,
        CLOSED
    }

    enum Rule implements Refusal.Rule {
        @Refusal.Answers(HttpStatus.NOT_FOUND)
        NO_SUCH_DEAD_LETTER,
        STILL_REFUSED
    }

    /**
     * @param id topic, partition and offset of the record
     * @param cooperativeId whose it is; null where its value does not tell
     * @param size bytes of the record's value
     * @param attempts how often it was replayed
     */
    public record Case(
            String id,
            State state,
            String cause,
            @Nullable String eventId,
            @Nullable String eventType,
            @Nullable UUID cooperativeId,
            @Nullable String traceparent,
            int size,
            Instant filedAt,
            int attempts,
            @Nullable Instant closedAt) {}

    /**
     * How many cases are open, each counted no further than {@link #MOST}.
     *
     * @param unknown those that do not tell whose they are: they may be anyone's
     */
    public record Open(int ofCooperative, int unknown) {}

    public DeadLetterStore(
            MongoOperations mongo,
            BatchConsumer intake,
            BatchConsumer.EventHandler taker,
            AuditLog audit,
            Clock clock,
            MeterRegistry meters) {
        this.cases = mongo.getCollection("deadLetters");
        this.intake = intake;
        this.taker = taker;
        this.audit = audit;
        this.clock = clock;
        var _ = cases.createIndex(Indexes.ascending(STATE, "_id"));
        var _ = cases.createIndex(Indexes.ascending(STATE, COOPERATIVE));
        var _ =
                Gauge.builder("lumbung.dead.letters.open", this, DeadLetterStore::open)
                        .description(
                                "Records that could not be taken and wait for an operator; counted to "
                                        + MOST)
                        .register(meters);
    }

    /** Opens a case for a letter; does nothing where it was opened before. */
    public void file(ConsumerRecord<String, byte[]> letter) {
        var headers = letter.headers();
        var value = letter.value() == null ? new byte[0] : letter.value();
        var document =
                new Document("_id", name(letter))
                        .append(STATE, State.OPEN.name())
                        .append("cause", text(headers, DeadLetterPublisher.CAUSE))
                        .append("size", value.length)
                        .append("value", new Binary(value))
                        .append("key", letter.key())
                        .append("headers", headers(headers))
                        .append("filedAt", Date.from(clock.instant()))
                        .append("attempts", 0);
        var cooperative = EventCodec.cooperativeIn(value);
        if (cooperative != null) {
            document.put(COOPERATIVE, cooperative);
        }
        try {
            var _ = cases.insertOne(document);
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
        }
    }

    List<Case> list(@Nullable State state, @Nullable String after, int most) {
        Bson filter = state == null ? Filters.empty() : eq(STATE, state.name());
        return cases.find(after == null ? filter : and(filter, gt("_id", after)))
                .sort(Sorts.ascending("_id"))
                .limit(Math.min(most, MOST))
                .projection(Projections.exclude("value"))
                .map(DeadLetterStore::read)
                .into(new ArrayList<>());
    }

    /** How many cases are open, counted no further than {@link #MOST}. */
    public int open() {
        return count(eq(STATE, State.OPEN.name()));
    }

    /** The open cases that keep a cooperative's books from being complete. */
    public Open open(UUID cooperativeId) {
        var open = eq(STATE, State.OPEN.name());
        return new Open(
                count(and(open, eq(COOPERATIVE, cooperativeId))),
                count(and(open, exists(COOPERATIVE, false))));
    }

    private int count(Bson which) {
        return cases.find(which)
                .projection(Projections.include("_id"))
                .limit(MOST)
                .into(new ArrayList<>())
                .size();
    }

    Case get(String id) {
        return read(document(id));
    }

    byte[] value(String id) {
        return document(id).get("value", Binary.class).getData();
    }

    /**
     * Takes the record in again, as it came. Closes the case when it is taken; a closed case stays
     * closed.
     *
     * @throws Refusal when it is refused still; the case stays open with the new cause
     */
    Case replay(String id) {
        var document = document(id);
        if (State.CLOSED.name().equals(document.getString(STATE))) {
            return read(document);
        }
        var cooperative = document.get(COOPERATIVE, UUID.class);
        var _ =
                audit.record(
                        "DEAD_LETTER_REPLAYED",
                        cooperative == null ? AuditLog.PLATFORM : cooperative,
                        id,
                        null);
        var cause = take(document);
        if (cause != null) {
            update(id, Updates.combine(Updates.set("cause", cause), Updates.inc("attempts", 1)));
            throw new Refusal(Rule.STILL_REFUSED, "The record is refused still: " + cause);
        }
        update(
                id,
                Updates.combine(
                        Updates.set(STATE, State.CLOSED.name()),
                        Updates.set("closedAt", Date.from(clock.instant())),
                        Updates.inc("attempts", 1)));
        return get(id);
    }

    private @Nullable String take(Document document) {
        var headers = kept(document);
        try {
            var received = intake.read(headers, document.get("value", Binary.class).getData());
            return taker.apply(List.of(received)).getFirst();
        } catch (EventCodec.Unreadable e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void update(String id, Bson update) {
        var actor = Actor.current();
        var _ =
                cases.updateOne(
                        eq("_id", id),
                        Updates.combine(
                                update,
                                Updates.set(Actor.BY, actor.subject()),
                                Updates.set(Actor.BY_CLIENT, actor.client())));
    }

    private Document document(String id) {
        var document = cases.find(eq("_id", id)).first();
        if (document == null) {
            throw new Refusal(
                    Rule.NO_SUCH_DEAD_LETTER,
                    "There is no dead letter of this id. See GET /dead-letters.");
        }
        return document;
    }

    private static String name(ConsumerRecord<String, byte[]> letter) {
        return "%s-%s-%s"
                .formatted(
                        text(letter.headers(), DeadLetterPublisher.TOPIC),
                        text(letter.headers(), DeadLetterPublisher.PARTITION),
                        text(letter.headers(), DeadLetterPublisher.OFFSET));
    }

    private static List<Document> headers(Headers headers) {
        var list = new ArrayList<Document>();
        for (Header header : headers) {
            list.add(
                    new Document("name", header.key())
                            .append(
                                    "value",
                                    new Binary(
                                            header.value() == null
                                                    ? new byte[0]
                                                    : header.value())));
        }
        return list;
    }

    private static Headers kept(Document document) {
        var headers = new RecordHeaders();
        document.getList("headers", Document.class)
                .forEach(header ->
                        headers.add(
                                header.getString("name"),
                                header.get("value", Binary.class).getData()));
        return headers;
    }

    private static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? "unknown" : new String(header.value(), UTF_8);
    }

    private static Case read(Document document) {
        var headers = kept(document);
        var closedAt = document.getDate("closedAt");
        return new Case(
                document.getString("_id"),
                State.valueOf(document.getString(STATE)),
                document.getString("cause"),
                known(headers, EventCodec.ID),
                known(headers, EventCodec.TYPE),
                document.get(COOPERATIVE, UUID.class),
                known(headers, EventCodec.TRACE_PARENT),
                document.getInteger("size"),
                document.getDate("filedAt").toInstant(),
                document.getInteger("attempts"),
                closedAt == null ? null : closedAt.toInstant());
    }

    private static @Nullable String known(Headers headers, String name) {
        return headers.lastHeader(name) == null ? null : text(headers, name);
    }
}
