package id.lumbung.backbone.fact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.fact.RefusedFact.State;
import id.lumbung.backbone.mongo.DuplicateKeys;
import id.lumbung.edge.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Keeps what a rule refused although it happened, one entry for each id however often it is sent.
 * An entry is closed when the same is recorded after all, or when a person has said what became of
 * the money; what was settled so is not recorded any more.
 *
 * <p>Costs one look-up for each fact that is taken, and nothing else while none is refused.
 */
public final class RefusedFacts {

    private static final int MAX_SHOWN = 1_000;

    /** In an entry while it is being recorded after all: since when. */
    private static final String BEING_RECORDED = "beingRecordedSince";

    /** A process that died in the midst of it keeps nobody from settling for longer. */
    private static final Duration MAX_RECORDING = Duration.ofMinutes(5);

    private final OutletOwners owners;
    private final MongoOperations mongo;
    private final MongoCollection<Document> collection;
    private final Predicate<Refusal.Rule> kept;
    private final Clock clock;

    /**
     * @param name of the collection
     * @param kept the rules whose refusals are kept
     */
    public RefusedFacts(
            String name,
            Predicate<Refusal.Rule> kept,
            OutletOwners owners,
            MongoOperations mongo,
            Clock clock) {
        this.owners = owners;
        this.mongo = mongo;
        this.collection = mongo.getCollection(name);
        this.kept = kept;
        this.clock = clock;
        var _ = collection.createIndex(Indexes.ascending("outletId", "state", "refusedAt"));
        var _ = collection.createIndex(Indexes.ascending("factId"));
    }

    /**
     * What is about to be recorded.
     *
     * @param about the id of the sale or the visit
     */
    public record Attempt(
            UUID id, UUID cooperativeId, UUID outletId, UUID about, Instant at, long amount) {

        String key() {
            return cooperativeId + "/" + outletId + "/" + id;
        }
    }

    /**
     * Records something, and keeps it where that is refused. While it is being recorded nobody
     * settles it, and what was settled is not recorded.
     *
     * @throws Refusal as {@code write} does, when it is at another cooperative's outlet or at an
     *     impossible time (then it is not kept), or when a person has settled it otherwise
     */
    public <F> F keeping(Attempt attempt, Supplier<F> write) {
        requirePossible(attempt.at());
        owners.require(attempt.cooperativeId(), attempt.outletId());
        requireUnsettled(attempt);
        F written;
        try {
            written = write.get();
        } catch (Refusal refusal) {
            if (kept.test(refusal.rule())) {
                keep(attempt, refusal);
            } else {
                var _ = collection.updateOne(open(attempt.key()), Updates.unset(BEING_RECORDED));
            }
            throw refusal;
        }
        var _ =
                collection.updateOne(
                        open(attempt.key()),
                        Updates.combine(state(State.RECORDED), Updates.unset(BEING_RECORDED)));
        return written;
    }

    private void requirePossible(Instant at) {
        if (at.isBefore(Instant.EPOCH)) {
            throw FactRule.before1970(at);
        }
        if (ClockTolerance.isInTheFuture(at, clock.instant())) {
            throw FactRule.inTheFuture(at, clock.instant());
        }
    }

    /** From here on nobody settles it. */
    private void requireUnsettled(Attempt attempt) {
        var since = Updates.set(BEING_RECORDED, Date.from(clock.instant()));
        if (collection.updateOne(open(attempt.key()), since).getMatchedCount() > 0) {
            return;
        }
        var settled = and(eq("_id", attempt.key()), eq("state", State.SETTLED.name()));
        if (collection.find(settled).first() != null) {
            throw FactRule.SETTLED_AS_REFUSED.because(
                    "Ini pernah ditolak, dan seseorang sudah menyelesaikan selisihnya. Tidak dicatat lagi.",
                    "It was refused before, and a person has settled the difference. It is not recorded any more.");
        }
    }

    private static Bson open(String key) {
        return and(eq("_id", key), eq("state", State.OPEN.name()));
    }

    private void keep(Attempt attempt, Refusal refusal) {
        var now = clock.instant();
        var document = new Document();
        mongo.getConverter()
                .write(
                        new RefusedFact(
                                attempt.key(),
                                attempt.id(),
                                attempt.cooperativeId(),
                                attempt.outletId(),
                                attempt.about(),
                                attempt.at(),
                                attempt.amount(),
                                refusal.slug(),
                                refusal.args(),
                                now,
                                1,
                                State.OPEN,
                                null),
                        document);
        try {
            var _ = collection.insertOne(document);
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
            var _ =
                    collection.updateOne(
                            open(attempt.key()),
                            Updates.combine(
                                    Updates.unset(BEING_RECORDED),
                                    Updates.set("rule", refusal.slug()),
                                    Updates.set("args", document.get("args")),
                                    Updates.inc("attempts", 1)));
        }
    }

    /** What was refused under this id, at any outlet. */
    List<RefusedFact> find(UUID id) {
        return collection.find(eq("factId", id)).map(this::read).into(new ArrayList<>());
    }

    /** Those of an outlet, the earliest first: what comes later hides none that waits. */
    public List<RefusedFact> ofOutlet(UUID cooperativeId, UUID outletId, State state) {
        return collection
                .find(
                        and(
                                eq("outletId", outletId),
                                eq("cooperativeId", cooperativeId),
                                eq("state", state.name())))
                .sort(Sorts.ascending("refusedAt"))
                .limit(MAX_SHOWN)
                .map(this::read)
                .into(new ArrayList<>());
    }

    /**
     * @return whether it was open until now, and nobody is recording it
     */
    boolean settle(RefusedFact refused, RefusedFact.Settlement settlement) {
        var longAgo = clock.instant().minus(MAX_RECORDING);
        return collection
                        .updateOne(
                                and(
                                        open(refused.key()),
                                        or(
                                                exists(BEING_RECORDED, false),
                                                lt(BEING_RECORDED, Date.from(longAgo)))),
                                Updates.combine(
                                        state(State.SETTLED),
                                        Updates.set(
                                                "settlement",
                                                new Document("outcome", settlement.outcome().name())
                                                        .append("reason", settlement.reason())
                                                        .append("by", settlement.by())
                                                        .append("at", Date.from(settlement.at())))))
                        .getModifiedCount()
                > 0;
    }

    private static Bson state(State state) {
        return Updates.set("state", state.name());
    }

    private RefusedFact read(Document document) {
        return mongo.getConverter().read(RefusedFact.class, document);
    }
}
