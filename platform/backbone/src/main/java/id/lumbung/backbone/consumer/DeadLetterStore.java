package id.lumbung.backbone.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;

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
import org.springframework.kafka.support.KafkaHeaders;

/**
 * The dead letters of this service, open and closed, kept in its own database with their bytes. A
 * letter is named by where its record stood, so one that is stored twice is one letter.
 */
public final class DeadLetterStore {

    static final int MAX_COUNTED = 1_000;

    private static final String STATE = "state";
    private static final String COOPERATIVE = "cooperativeId";

    private final MongoCollection<Document> letters;
    private final EventReader reader;
    private final BatchConsumer consumer;
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
     * @param cooperativeId whose it is; null where its value does not say
     * @param size bytes of the record's value
     * @param attempts how often it was replayed
     */
    record DeadLetter(
            String id,
            State state,
            String code,
            String cause,
            @Nullable String eventId,
            @Nullable String eventType,
            @Nullable UUID cooperativeId,
            @Nullable String traceparent,
            int size,
            Instant storedAt,
            int attempts,
            @Nullable Instant closedAt) {}

    /**
     * How many are open, each counted no further than {@link #MAX_COUNTED}.
     *
     * @param unknown those that do not say whose they are: they may be anyone's
     */
    public record Open(int ofCooperative, int unknown) {}

    DeadLetterStore(
            MongoOperations mongo,
            EventReader reader,
            BatchConsumer consumer,
            AuditLog audit,
            Clock clock,
            MeterRegistry meters) {
        this.letters = mongo.getCollection("deadLetters");
        this.reader = reader;
        this.consumer = consumer;
        this.audit = audit;
        this.clock = clock;
        var _ = letters.createIndex(Indexes.ascending(STATE, "_id"));
        var _ = letters.createIndex(Indexes.ascending(STATE, COOPERATIVE));
        var _ =
                Gauge.builder("lumbung.dead.letters.open", this, DeadLetterStore::open)
                        .description(
                                "Dead letters that wait for an operator; counted to " + MAX_COUNTED)
                        .register(meters);
    }

    /** Stores a letter as open; does nothing where it is stored already. */
    void store(ConsumerRecord<String, byte[]> letter) {
        var headers = letter.headers();
        var value = letter.value() == null ? new byte[0] : letter.value();
        var document =
                new Document("_id", DeadLetterHeaders.place(headers))
                        .append(STATE, State.OPEN.name())
                        .append("code", DeadLetterHeaders.text(headers, DeadLetterHeaders.CAUSE))
                        .append(
                                "cause",
                                DeadLetterHeaders.text(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE))
                        .append("size", value.length)
                        .append("value", new Binary(value))
                        .append("key", letter.key())
                        .append("headers", headers(headers))
                        .append("storedAt", Date.from(clock.instant()))
                        .append("attempts", 0);
        var cooperative = EventCodec.cooperativeIn(value);
        if (cooperative != null) {
            document.put(COOPERATIVE, cooperative);
        }
        try {
            var _ = letters.insertOne(document);
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
        }
    }

    List<DeadLetter> list(@Nullable State state, @Nullable String after, int max) {
        Bson filter = state == null ? Filters.empty() : eq(STATE, state.name());
        return letters.find(after == null ? filter : and(filter, gt("_id", after)))
                .sort(Sorts.ascending("_id"))
                .limit(Math.min(max, MAX_COUNTED))
                .projection(Projections.exclude("value"))
                .map(DeadLetterStore::read)
                .into(new ArrayList<>());
    }

    /** How many are open, counted no further than {@link #MAX_COUNTED}. */
    public int open() {
        return count(eq(STATE, State.OPEN.name()));
    }

    /** The open letters that keep a cooperative's books from being complete. */
    public Open open(UUID cooperativeId) {
        var open = eq(STATE, State.OPEN.name());
        return new Open(
                count(and(open, eq(COOPERATIVE, cooperativeId))),
                count(and(open, exists(COOPERATIVE, false))));
    }

    private int count(Bson which) {
        return letters.find(which)
                .projection(Projections.include("_id"))
                .limit(MAX_COUNTED)
                .into(new ArrayList<>())
                .size();
    }

    DeadLetter get(String id) {
        return read(document(id));
    }

    byte[] value(String id) {
        return document(id).get("value", Binary.class).getData();
    }

    /**
     * Consumes the record again, as it came. Closes the letter when that succeeds; a closed one
     * stays closed.
     *
     * @throws Refusal when it is refused still; the letter stays open with the new cause
     */
    DeadLetter replay(String id) {
        var document = document(id);
        if (State.CLOSED.name().equals(document.getString(STATE))) {
            return read(document);
        }
        var cooperative = document.get(COOPERATIVE, UUID.class);
        audit.record(
                "DEAD_LETTER_REPLAYED",
                cooperative == null ? AuditLog.PLATFORM : cooperative,
                id,
                null);
        var cause = consume(document);
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

    private @Nullable String consume(Document document) {
        var outcome =
                switch (reader.read(
                        kept(document), document.get("value", Binary.class).getData())) {
                    case EventReader.Event(var event) -> consumer.handleAlone(event);
                    case EventReader.NoEvent(var refused) -> refused;
                };
        return outcome instanceof Outcome.Refused refused ? refused.reason() : null;
    }

    private void update(String id, Bson update) {
        var actor = Actor.current();
        var _ =
                letters.updateOne(
                        eq("_id", id),
                        Updates.combine(
                                update,
                                Updates.set(Actor.BY, actor.subject()),
                                Updates.set(Actor.BY_CLIENT, actor.client())));
    }

    private Document document(String id) {
        var document = letters.find(eq("_id", id)).first();
        if (document == null) {
            throw new Refusal(
                    Rule.NO_SUCH_DEAD_LETTER,
                    "There is no dead letter of this id. See GET /dead-letters.");
        }
        return document;
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

    private static DeadLetter read(Document document) {
        var headers = kept(document);
        var closedAt = document.getDate("closedAt");
        return new DeadLetter(
                document.getString("_id"),
                State.valueOf(document.getString(STATE)),
                document.getString("code"),
                document.getString("cause"),
                known(headers, EventCodec.ID),
                known(headers, EventCodec.TYPE),
                document.get(COOPERATIVE, UUID.class),
                known(headers, EventCodec.TRACE_PARENT),
                document.getInteger("size"),
                document.getDate("storedAt").toInstant(),
                document.getInteger("attempts"),
                closedAt == null ? null : closedAt.toInstant());
    }

    private static @Nullable String known(Headers headers, String name) {
        return headers.lastHeader(name) == null ? null : DeadLetterHeaders.text(headers, name);
    }
}
