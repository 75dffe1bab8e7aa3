package id.lumbung.backbone.fact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import id.lumbung.backbone.fact.PutResult.Outcome;
import id.lumbung.backbone.mongo.DuplicateKeys;
import id.lumbung.backbone.outbox.OutboxMessage;
import id.lumbung.backbone.outbox.OutboxRelay;
import id.lumbung.backbone.outbox.PendingDocument;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.edge.web.TraceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * A collection of facts of one kind. What is accepted is on disk on a majority of the database's
 * nodes, together with the event it tells; the event reaches the broker at least once, and under
 * the same id each time.
 *
 * <p>Beside a fact stands who brought it ({@link Actor}): no part of the fact, so the same fact
 * sent again by another is the same, and not told.
 *
 * <p>Does not guarantee any order among facts. Costs one insert and one later clearing of the
 * notice, both shared with whatever else is written at the time.
 *
 * @param <F> a record that the {@link MongoConverter} can write and read
 */
public final class FactStore<F extends Fact> {

    /** Where a document keeps what control totals add up. */
    public static final String WORTH = "worth";

    /** A clock that runs ahead must not choose the book year. */
    static final Duration FARTHEST_AHEAD = Duration.ofMinutes(10);

    private static final int REPUBLISH_BATCH = 500;

    private final Class<F> type;
    private final String name;
    private final String topic;
    private final String eventType;
    private final MongoCollection<Document> collection;
    private final MongoConverter converter;
    private final OutboxRelay relay;
    private final FactStores books;
    private final Clock clock;
    private final GroupCommit<Prepared<F>, PutResult<F>> groupCommit =
            new GroupCommit<>(this::insert);

    /** A fact made ready to be written, by the thread that brought it. */
    private record Prepared<F>(F fact, Document document, PendingDocument told) {}

    /**
     * @param name the collection's
     * @param eventType the one type of event that these facts tell
     */
    FactStore(
            Class<F> type,
            String name,
            String topic,
            Class<?> eventType,
            MongoOperations mongo,
            OutboxRelay relay,
            FactStores books,
            Clock clock) {
        this.type = type;
        this.name = name;
        this.topic = topic;
        this.eventType = eventType.getSimpleName();
        this.collection = mongo.getCollection(name);
        this.converter = mongo.getConverter();
        this.relay = relay;
        this.books = books;
        this.clock = clock;
        var _ = collection.createIndex(Indexes.ascending("outletId", "at"));
        relay.watch(name);
    }

    public String name() {
        return name;
    }

    public String eventType() {
        return eventType;
    }

    /**
     * Lets facts be found by these fields; no two may have the same where unique. A fact without
     * the first field is left out of a unique index.
     */
    public FactStore<F> indexed(boolean unique, String... fields) {
        var _ =
                collection.createIndex(
                        Indexes.ascending(fields),
                        new IndexOptions().unique(unique).sparse(unique));
        return this;
    }

    /** When a fact that comes in now is recorded, to the millisecond, as the database keeps it. */
    public Instant now() {
        return clock.instant();
    }

    public Optional<F> find(UUID id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(this::read);
    }

    public List<F> find(Bson filter) {
        return collection.find(filter).map(this::read).into(new ArrayList<>());
    }

    /** No more than so many, in the order of their ids. */
    public List<F> find(Bson filter, int most) {
        return collection
                .find(filter)
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .map(this::read)
                .into(new ArrayList<>());
    }

    /**
     * Tells facts once more that lie between two times at an outlet, under the ids they had. Each
     * is posted in its document before it is told, so a crash does not cut the range short of what
     * was counted.
     *
     * @param until exclusive
     * @return how many were posted
     */
    public long republish(UUID outletId, Instant from, Instant until) {
        var posted = 0L;
        var batch = new ArrayList<Prepared<F>>(REPUBLISH_BATCH);
        for (var document :
                collection
                        .find(
                                and(
                                        eq("outletId", outletId),
                                        gte("at", Date.from(from)),
                                        lt("at", Date.from(until))))
                        .batchSize(REPUBLISH_BATCH)) {
            batch.add(prepare(read(document)));
            if (batch.size() == REPUBLISH_BATCH) {
                posted += post(batch);
                batch.clear();
            }
        }
        return posted + (batch.isEmpty() ? 0 : post(batch));
    }

    /** What already waits to be told is left as it is. */
    private long post(List<Prepared<F>> batch) {
        var result =
                collection.bulkWrite(
                        batch.stream()
                                .map(prepared ->
                                        new UpdateOneModel<Document>(
                                                and(
                                                        eq("_id", prepared.fact().id()),
                                                        exists(OutboxMessage.DUE, false)),
                                                OutboxMessage.posting(
                                                        prepared.told().notices(),
                                                        relay.dueIfForgotten(now()))))
                                .toList(),
                        new BulkWriteOptions().ordered(false));
        relay.ring(batch.stream().map(Prepared::told).toList());
        return result.getMatchedCount();
    }

    /**
     * The facts of an outlet, oldest first, as control totals need them: {@code _id}, {@code at}
     * and {@link #WORTH}, and the marks of what is not told yet.
     */
    public FindIterable<Document> worths(UUID outletId, Instant from, Instant until) {
        return collection
                .find(
                        and(
                                eq("outletId", outletId),
                                gte("at", Date.from(from)),
                                lt("at", Date.from(until))))
                .sort(Sorts.ascending("at"))
                .projection(
                        Projections.include(
                                "at", WORTH, OutboxMessage.DUE, OutboxMessage.BLOCKED_AT))
                .batchSize(2_000);
    }

    /**
     * Writes a fact, or finds that it stands.
     *
     * @return the fact as it stands; the same for the first and every later time it is told
     * @throws Refusal when another fact stands under its id, or it lies in the future
     */
    public F put(F fact) {
        var written = tryPut(fact);
        return switch (written.outcome()) {
            case ACCEPTED, DUPLICATE -> written.stored();
            case CONFLICT, OVERTAKEN -> throw toldDifferently(fact);
        };
    }

    /** Like {@link #put}, for those who look again and retry when another fact took the turn. */
    public PutResult<F> tryPut(F fact) {
        check(fact);
        return groupCommit.submit(prepare(fact));
    }

    /**
     * Writes facts in one go. None hinders another.
     *
     * @param facts already {@linkplain #check checked}
     * @return what became of each, in the order given
     */
    public List<PutResult<F>> putAll(Collection<F> facts) {
        return facts.isEmpty() ? List.of() : insert(facts.stream().map(this::prepare).toList());
    }

    public Refusal toldDifferently(F fact) {
        return new Refusal(
                FactRule.TOLD_DIFFERENTLY,
                "Under the id %s something else was recorded before. What stands is never changed: take it back by a new fact, or use a new id."
                        .formatted(fact.id()));
    }

    /**
     * @throws Refusal when the fact lies in the future, before there were clocks to tell, or at
     *     another cooperative's outlet
     */
    public void check(F fact) {
        if (fact.earliest().isAfter(clock.instant().plus(FARTHEST_AHEAD))) {
            throw new Refusal(
                    FactRule.AT_IN_THE_FUTURE,
                    "It would have happened at %s, more than %d minutes ahead of the server's clock (%s). Set the device's clock and send it again."
                            .formatted(fact.earliest(), FARTHEST_AHEAD.toMinutes(), now()));
        }
        if (fact.at().isBefore(Instant.EPOCH)) {
            throw new Refusal(
                    FactRule.AT_BEFORE_1970,
                    "'at' is %s, before 1970. Set the device's clock and send it again."
                            .formatted(fact.at()));
        }
        books.hear(fact.outletId(), fact.cooperativeId());
    }

    private Prepared<F> prepare(F fact) {
        var notice =
                OutboxMessage.of(fact.event(), topic, fact.recordedAt(), TraceContext.current());
        return new Prepared<>(
                fact, write(fact, notice), new PendingDocument(name, fact.id(), List.of(notice)));
    }

    private List<PutResult<F>> insert(List<Prepared<F>> batch) {
        var refused = new HashSet<Integer>();
        try {
            var _ =
                    collection.insertMany(
                            batch.stream().map(Prepared::document).toList(),
                            new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            refused.addAll(DuplicateKeys.in(e));
        }
        var standing = refused.isEmpty() ? Map.<UUID, F>of() : standing(batch, refused);
        var written = new ArrayList<PutResult<F>>(batch.size());
        var accepted = new ArrayList<PendingDocument>(batch.size());
        for (var i = 0; i < batch.size(); i++) {
            var fact = batch.get(i).fact();
            if (!refused.contains(i)) {
                accepted.add(batch.get(i).told());
                written.add(new PutResult<>(Outcome.ACCEPTED, fact));
            } else {
                var first = standing.get(fact.id());
                written.add(
                        first == null
                                ? new PutResult<>(Outcome.OVERTAKEN, fact)
                                : compare(first, fact));
            }
        }
        relay.ring(accepted);
        return written;
    }

    private Map<UUID, F> standing(List<Prepared<F>> batch, Collection<Integer> refused) {
        Map<UUID, F> standing = new HashMap<>();
        collection
                .find(in("_id", refused.stream().map(i -> batch.get(i).fact().id()).toList()))
                .map(this::read)
                .forEach(fact -> standing.put(fact.id(), fact));
        return standing;
    }

    private PutResult<F> compare(F first, F again) {
        var same = again.recorded(first.recordedAt()).equals(first);
        return new PutResult<>(same ? Outcome.DUPLICATE : Outcome.CONFLICT, first);
    }

    private Document write(F fact, OutboxMessage notice) {
        var document = new Document();
        Actor.current().signOn(document); // A fact's own fields, if it has such, come after.
        converter.write(fact, document);
        document.put("cooperativeId", fact.cooperativeId());
        document.put("outletId", fact.outletId());
        document.put("at", Date.from(fact.at()));
        document.put(WORTH, fact.amount().amount());
        OutboxMessage.post(document, List.of(notice), relay.dueIfForgotten(fact.recordedAt()));
        return document;
    }

    private F read(Document document) {
        return converter.read(type, document);
    }
}
