package id.lumbung.backbone.fact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import id.lumbung.backbone.outbox.OutboxFields;
import id.lumbung.backbone.outbox.OutboxMessage;
import id.lumbung.backbone.outbox.OutboxRelay;
import id.lumbung.backbone.outbox.PendingDocument;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.CallerIds;
import id.lumbung.edge.problem.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * A collection of facts of one kind. What is accepted is on disk on a majority of the database's
 * nodes, together with the event it publishes; the event reaches the broker at least once, and
 * under the same id each time.
 *
 * <p>Beside a fact stands who brought it ({@link Actor}): no part of the fact, so the same fact
 * sent again by another is the same.
 *
 * <p>Does not guarantee any order among facts. Costs one insert and one later clearing of the
 * outbox, both shared with whatever else is written at the time.
 *
 * @param <F> a record that the {@link MongoConverter} can write and read
 */
public final class FactStore<F extends Fact> {

    /** Where a document keeps what control totals add up. */
    public static final String SIGNED_AMOUNT = "signedAmount";

    private static final int READ_BATCH_SIZE = 2_000;

    private final String name;
    private final String eventType;
    private final FactDocuments<F> documents;
    private final MongoCollection<Document> collection;
    private final OutletOwners owners;
    private final Clock clock;
    private final DoubtfulTimes<F> doubtfulTimes;
    private final FactInsertion<F> insertion;
    private final GroupCommit<PreparedFact<F>, PutResult<F>> groupCommit;

    /**
     * @param name the collection's
     * @param eventType the one type of event that these facts publish
     */
    FactStore(
            String name,
            Class<?> eventType,
            FactDocuments<F> documents,
            MongoOperations mongo,
            OutboxRelay relay,
            OutletOwners owners,
            Clock clock) {
        this.name = name;
        this.eventType = eventType.getSimpleName();
        this.documents = documents;
        this.collection = mongo.getCollection(name);
        this.owners = owners;
        this.clock = clock;
        this.insertion = new FactInsertion<>(documents, collection, relay);
        this.groupCommit = new GroupCommit<>(insertion::insert);
        this.doubtfulTimes = new DoubtfulTimes<>(this, relay, clock);
        var _ = collection.createIndex(Indexes.ascending("outletId", "at"));
        relay.watch(name);
    }

    public String name() {
        return name;
    }

    public String eventType() {
        return eventType;
    }

    MongoCollection<Document> collection() {
        return collection;
    }

    OutboxMessage message(F fact) {
        return documents.message(fact);
    }

    public DoubtfulTimes<F> doubtfulTimes() {
        return doubtfulTimes;
    }

    /** How many facts of a cooperative, before a time, wait for a person to decide their time. */
    public long doubtful(UUID cooperativeId, Instant until, int max) {
        return doubtfulTimes.count(cooperativeId, until, max);
    }

    /** Whether a fact that {@link #amounts} gave waits for a person to decide its time. */
    public static boolean isDoubtful(Document document) {
        return document.containsKey(DoubtfulTimes.DOUBTFUL);
    }

    /**
     * Writes a fact whose time a person has decided, however long ago that is, and whoever has the
     * outlet by now: it stands in for one that was accepted.
     */
    F putDecided(F fact) {
        requireTime(fact);
        var message = documents.message(fact);
        var written =
                groupCommit.submit(
                        new PreparedFact<>(
                                fact,
                                documents.write(fact, message),
                                pending(fact, message),
                                false));
        return switch (written.outcome()) {
            case ACCEPTED, DUPLICATE -> written.stored();
            case CONFLICT, OVERTAKEN -> throw idReused(written.stored(), fact);
        };
    }

    /** The event of a stored fact, as it was and will be published. */
    OutboxMessage message(Document stored) {
        return documents.message(documents.read(stored));
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
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(documents::read);
    }

    public List<F> find(Bson filter) {
        return collection.find(filter).map(documents::read).into(new ArrayList<>());
    }

    /** No more than so many, in the order of their ids. */
    public List<F> find(Bson filter, int max) {
        return collection
                .find(filter)
                .sort(Sorts.ascending("_id"))
                .limit(max)
                .map(documents::read)
                .into(new ArrayList<>());
    }

    /** Those of an outlet between two times, the later exclusive. */
    static Bson between(UUID outletId, Instant from, Instant until) {
        return and(
                eq("outletId", outletId), gte("at", Date.from(from)), lt("at", Date.from(until)));
    }

    /**
     * The facts of an outlet, oldest first, as control totals need them: {@code _id}, {@code at}
     * and {@link #SIGNED_AMOUNT}, and the marks of what is not published yet.
     *
     * @param cooperativeId whose facts alone; null for all
     */
    public FindIterable<Document> amounts(
            @Nullable UUID cooperativeId, UUID outletId, Instant from, Instant until) {
        var ofOutlet = between(outletId, from, until);
        return collection
                .find(
                        and(
                                cooperativeId == null
                                        ? ofOutlet
                                        : and(ofOutlet, eq("cooperativeId", cooperativeId)),
                                exists(DoubtfulTimes.REPLACED_BY, false)))
                .sort(Sorts.ascending("at"))
                .projection(
                        Projections.include(
                                "at",
                                SIGNED_AMOUNT,
                                DoubtfulTimes.DOUBTFUL,
                                OutboxFields.DUE,
                                OutboxFields.BLOCKED_AT))
                .batchSize(READ_BATCH_SIZE);
    }

    /**
     * Writes a fact, or finds that it is stored.
     *
     * @return the fact as it is stored; the same for the first and every later time it is sent
     * @throws Refusal when another fact is stored under its id, or it lies in the future
     */
    public F put(F fact) {
        var written = tryPut(fact);
        return switch (written.outcome()) {
            case ACCEPTED, DUPLICATE -> written.stored();
            case CONFLICT, OVERTAKEN -> throw idReused(written.stored(), fact);
        };
    }

    /** Like {@link #put}, for those who look again and retry when another fact took the number. */
    public PutResult<F> tryPut(F fact) {
        requireTimeAndOutlet(fact);
        return groupCommit.submit(prepare(fact));
    }

    /**
     * Writes facts in one go. None hinders another.
     *
     * @param facts already {@linkplain #check checked}
     * @return what became of each, in the order given
     */
    public List<PutResult<F>> putAll(Collection<F> facts) {
        return facts.isEmpty()
                ? List.of()
                : insertion.insert(facts.stream().map(this::prepare).toList());
    }

    /**
     * How a fact is refused whose id another has; names what differs.
     *
     * @param first as it is recorded
     * @param again as it was sent
     */
    public Refusal idReused(F first, F again) {
        return FactRule.idReused(first, again);
    }

    /**
     * Of a fact that a caller brings among others.
     *
     * @throws Refusal when the fact has an id that callers do not make, lies in the future, before
     *     there were clocks to tell, or at another cooperative's outlet
     */
    public void check(F fact) {
        CallerIds.require(fact.id());
        requireTimeAndOutlet(fact);
    }

    /**
     * Of a fact that this service makes itself, among others, and names by a derived id.
     *
     * @throws Refusal when the fact lies in the future, before there were clocks to tell, or at
     *     another cooperative's outlet
     */
    public void requireTimeAndOutlet(F fact) {
        requireTime(fact);
        owners.require(fact.cooperativeId(), fact.outletId());
    }

    private void requireTime(F fact) {
        if (ClockTolerance.isInTheFuture(fact.earliest(), clock.instant())) {
            throw FactRule.inTheFuture(fact.earliest(), now());
        }
        if (fact.at().isBefore(Instant.EPOCH)) {
            throw FactRule.before1970(fact.at());
        }
    }

    private PreparedFact<F> prepare(F fact) {
        var message = documents.message(fact);
        var isDoubtful = documents.isDoubtful(fact);
        return new PreparedFact<>(
                fact,
                isDoubtful
                        ? documents.writeDoubtful(fact, message)
                        : documents.write(fact, message),
                pending(fact, message),
                isDoubtful);
    }

    private PendingDocument pending(F fact, OutboxMessage message) {
        return new PendingDocument(name, fact.id(), List.of(message));
    }
}
