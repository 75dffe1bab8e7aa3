package id.lumbung.backbone.fact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.outbox.OutboxRelay;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Facts whose time is doubtful: recorded so long after they are said to have happened that the
 * device's clock was wrong, most likely. Such a fact is kept and not published, so it counts
 * nowhere, and as long as it waits its cooperative's books stay open. A person decides it: either
 * the time is right, then it is published as it is, or it is another, then a new fact says so and
 * stands in for the first, which is kept and never counted.
 */
public final class DoubtfulTimes<F extends Fact> {

    /** Present in a document only while its time is doubtful: since when. */
    public static final String DOUBTFUL = "doubtfulTimeSince";

    /** In a document whose fact another stands in for: that one's id. */
    public static final String REPLACED_BY = "replacedBy";

    /** In a document whose doubtful time a person has found right: when that was said. */
    public static final String CONFIRMED_AT = "timeConfirmedAt";

    private final FactStore<F> store;
    private final MongoCollection<Document> collection;
    private final TimeDecision<F> decision;

    DoubtfulTimes(FactStore<F> store, OutboxRelay relay, Clock clock) {
        this.store = store;
        this.collection = store.collection();
        this.decision = new TimeDecision<>(store, relay, clock);
        var _ =
                collection.createIndex(
                        Indexes.ascending(DOUBTFUL),
                        new IndexOptions().partialFilterExpression(exists(DOUBTFUL)));
    }

    /** Gives the fact that is decided another time, and another id. */
    public interface Correction<F> {
        F at(UUID id, Instant at, Instant recordedAt);
    }

    /** Those of an outlet, the longest doubtful first. */
    public List<DoubtfulTime> ofOutlet(UUID cooperativeId, UUID outletId, int max) {
        return collection
                .find(
                        and(
                                gt(DOUBTFUL, Date.from(Instant.EPOCH)),
                                eq("cooperativeId", cooperativeId),
                                eq("outletId", outletId)))
                .sort(Sorts.ascending(DOUBTFUL))
                .limit(max)
                .map(DoubtfulTime::of)
                .into(new ArrayList<>());
    }

    /** One of them; empty where its time is not doubtful. */
    public Optional<DoubtfulTime> find(UUID id) {
        return Optional.ofNullable(collection.find(and(eq("_id", id), exists(DOUBTFUL))).first())
                .map(DoubtfulTime::of);
    }

    /** How many a cooperative has, before a time; counted no further than so many. */
    long count(UUID cooperativeId, Instant until, int max) {
        return collection
                .find(
                        and(
                                gt(DOUBTFUL, Date.from(Instant.EPOCH)),
                                eq("cooperativeId", cooperativeId),
                                lt("at", Date.from(until))))
                .projection(Projections.include("_id"))
                .limit(max)
                .into(new ArrayList<>())
                .size();
    }

    public boolean isDoubtful(UUID id) {
        return find(id).isPresent();
    }

    /** The fact that stands in for this one, or this one. */
    public F standIn(F fact) {
        var replacedBy = replacedBy(fact.id());
        return replacedBy == null ? fact : store.find(replacedBy).orElse(fact);
    }

    private @Nullable UUID replacedBy(UUID id) {
        var document =
                collection
                        .find(and(eq("_id", id), exists(REPLACED_BY)))
                        .projection(Projections.include(REPLACED_BY))
                        .first();
        return document == null ? null : document.get(REPLACED_BY, UUID.class);
    }

    /** Notes as what a person would have it decided; another has to say the same. */
    boolean propose(UUID id, Instant at, String by) {
        return collection
                        .updateOne(
                                and(
                                        eq("_id", id),
                                        exists(DOUBTFUL),
                                        or(
                                                exists(TimeDecision.DECIDED_AS, false),
                                                eq(TimeDecision.DECIDED_AS, Date.from(at)))),
                                Updates.set(
                                        DoubtfulTime.PROPOSED,
                                        new DoubtfulTime.Proposal(at, by).document()))
                        .getMatchedCount()
                > 0;
    }

    /**
     * Decides when a doubtful fact happened. Done twice it is the same.
     *
     * @return the fact that counts; empty where it is decided otherwise, or being so
     */
    public Optional<F> decide(F fact, Instant at, Correction<F> correction) {
        return decision.of(fact, at, correction);
    }
}
