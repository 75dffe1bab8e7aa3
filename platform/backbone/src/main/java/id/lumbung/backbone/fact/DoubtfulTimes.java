package id.lumbung.backbone.fact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.outbox.Outbox;
import id.lumbung.backbone.outbox.OutboxMessage;
import id.lumbung.backbone.outbox.OutboxRelay;
import id.lumbung.backbone.outbox.PendingDocument;
import id.lumbung.backbone.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Facts whose time is doubtful: recorded so long after they are said to have happened that the
 * device's clock was wrong, most likely. Such a fact is kept and not published, so it counts
 * nowhere, and as long as it waits its cooperative's books stay open. A person settles it: either
 * the time is right, then it is published as it is, or it is another, then a new fact says so and
 * stands in for the first, which is kept and never counted.
 */
public final class DoubtfulTimes<F extends Fact> {

    /** Present in a document only while its time is doubtful: since when. */
    static final String DOUBTFUL = "doubtfulTimeSince";

    /** In a document whose fact another stands in for: that one's id. */
    static final String REPLACED_BY = "replacedBy";

    private static final String SETTLED_BY = "timeSettledBy";

    /** The one time that a doubtful fact is settled as: set once, before anything is published. */
    private static final String SETTLED_AT = "timeSettledAs";

    private final FactStore<F> store;
    private final MongoCollection<Document> collection;
    private final OutboxRelay relay;
    private final Clock clock;

    DoubtfulTimes(FactStore<F> store, OutboxRelay relay, Clock clock) {
        this.store = store;
        this.collection = store.collection();
        this.relay = relay;
        this.clock = clock;
        var _ =
                collection.createIndex(
                        Indexes.ascending(DOUBTFUL),
                        new IndexOptions().partialFilterExpression(exists(DOUBTFUL)));
    }

    /**
     * A fact whose time is doubtful. Says nothing of what was sold, or to whom.
     *
     * @param days between the time it is said to have happened and its recording
     */
    public record Doubtful(
            UUID id, UUID outletId, Instant at, Instant recordedAt, long days, long amount) {}

    /** Gives the fact that is settled another time, and another id. */
    public interface Correction<F> {
        F at(UUID id, Instant at, Instant recordedAt);
    }

    /** Those of an outlet, the longest doubtful first. */
    public List<Doubtful> ofOutlet(UUID cooperativeId, UUID outletId, int max) {
        return collection
                .find(
                        and(
                                gt(DOUBTFUL, Date.from(Instant.EPOCH)),
                                eq("cooperativeId", cooperativeId),
                                eq("outletId", outletId)))
                .sort(Sorts.ascending(DOUBTFUL))
                .limit(max)
                .map(DoubtfulTimes::doubtful)
                .into(new ArrayList<>());
    }

    private static Doubtful doubtful(Document document) {
        var at = document.getDate("at").toInstant();
        var recordedAt = document.getDate("recordedAt").toInstant();
        return new Doubtful(
                document.get("_id", UUID.class),
                document.get("outletId", UUID.class),
                at,
                recordedAt,
                Duration.between(at, recordedAt).toDays(),
                document.getLong(FactStore.SIGNED_AMOUNT));
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
        return collection.find(and(eq("_id", id), exists(DOUBTFUL))).first() != null;
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

    /**
     * Says, once and for all, as what a doubtful fact is to be settled. Of two persons who settle
     * it differently at one moment the first is heard; and after a crash it can only be settled as
     * was begun.
     *
     * @return whether it is this time
     */
    private boolean claim(UUID id, Instant at) {
        var _ =
                collection.updateOne(
                        and(eq("_id", id), exists(DOUBTFUL), exists(SETTLED_AT, false)),
                        Updates.set(SETTLED_AT, Date.from(at)));
        return collection.find(and(eq("_id", id), eq(SETTLED_AT, Date.from(at)))).first() != null;
    }

    /**
     * Settles when a doubtful fact happened. Done twice it is the same.
     *
     * @return the fact that counts; empty where it is settled otherwise, or being so
     */
    public Optional<F> settle(F fact, Instant at, Correction<F> correction) {
        return claim(fact.id(), at) ? Optional.of(settled(fact, at, correction)) : Optional.empty();
    }

    private F settled(F fact, Instant at, Correction<F> correction) {
        if (at.equals(fact.at()) && replacedBy(fact.id()) == null) {
            confirm(fact);
            return fact;
        }
        var right =
                store.putSettled(
                        correction.at(EventId.of(fact.id(), "time-settled"), at, clock.instant()));
        var _ =
                collection.updateOne(
                        eq("_id", fact.id()),
                        Updates.combine(
                                Updates.set(REPLACED_BY, right.id()),
                                Updates.set(SETTLED_BY, Actor.current().subject()),
                                Updates.unset(DOUBTFUL)));
        return right;
    }

    /** Its time is right: it is published as it is. */
    private void confirm(F fact) {
        var now = clock.instant();
        var message = store.message(fact);
        var isPublished =
                collection
                                .updateOne(
                                        and(eq("_id", fact.id()), exists(DOUBTFUL)),
                                        Updates.combine(confirming(message, now)))
                                .getModifiedCount()
                        > 0;
        if (isPublished) {
            relay.signal(List.of(new PendingDocument(store.name(), fact.id(), List.of(message))));
        }
    }

    private List<Bson> confirming(OutboxMessage message, Instant now) {
        return List.of(
                Outbox.enqueueing(List.of(message), now, relay.firstAttemptAfter(now)),
                Updates.set(SETTLED_BY, Actor.current().subject()),
                Updates.unset(DOUBTFUL));
    }
}
