package id.lumbung.backbone.fact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.outbox.Outbox;
import id.lumbung.backbone.outbox.OutboxRelay;
import id.lumbung.backbone.outbox.PendingDocument;
import id.lumbung.backbone.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/**
 * Writes down as what a doubtful time is decided. What is written first, before anything is
 * published, is the one time it can be decided as: of two persons who say otherwise at one moment
 * the first is heard, and after a crash it can only be decided as was begun.
 */
final class TimeDecision<F extends Fact> {

    /** The one time that a doubtful fact is decided as. */
    static final String DECIDED_AS = "timeSettledAs";

    private static final String DECIDED_BY = "timeSettledBy";

    private final FactStore<F> store;
    private final MongoCollection<Document> collection;
    private final OutboxRelay relay;
    private final Clock clock;

    TimeDecision(FactStore<F> store, OutboxRelay relay, Clock clock) {
        this.store = store;
        this.collection = store.collection();
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * @return the fact that counts; empty where it is decided otherwise, or being so
     */
    Optional<F> of(F fact, Instant at, DoubtfulTimes.Correction<F> correction) {
        if (!claim(fact.id(), at)) {
            return Optional.empty();
        }
        return Optional.of(at.equals(fact.at()) ? confirmed(fact) : replaced(fact, at, correction));
    }

    /**
     * @return whether it is to be decided as this
     */
    private boolean claim(UUID id, Instant at) {
        var _ =
                collection.updateOne(
                        and(
                                eq("_id", id),
                                exists(DoubtfulTimes.DOUBTFUL),
                                exists(DECIDED_AS, false)),
                        Updates.set(DECIDED_AS, Date.from(at)));
        return collection.find(and(eq("_id", id), eq(DECIDED_AS, Date.from(at)))).first() != null;
    }

    /** Its time is right: it is published as it is. */
    private F confirmed(F fact) {
        var now = clock.instant();
        var message = store.message(fact);
        var change =
                Updates.combine(
                        Outbox.enqueueing(List.of(message), now, relay.firstAttemptAfter(now)),
                        Updates.set(DECIDED_BY, Actor.current().subject()),
                        Updates.set(DoubtfulTimes.CONFIRMED_AT, Date.from(now)),
                        Updates.unset(DoubtfulTimes.DOUBTFUL));
        var isPublished =
                collection
                                .updateOne(
                                        and(eq("_id", fact.id()), exists(DoubtfulTimes.DOUBTFUL)),
                                        change)
                                .getModifiedCount()
                        > 0;
        if (isPublished) {
            relay.signal(List.of(new PendingDocument(store.name(), fact.id(), List.of(message))));
        }
        return fact;
    }

    /** Another fact says when it was, and counts in its place. */
    private F replaced(F fact, Instant at, DoubtfulTimes.Correction<F> correction) {
        var right =
                store.putDecided(
                        correction.at(EventId.of(fact.id(), "time-settled"), at, clock.instant()));
        var _ =
                collection.updateOne(
                        eq("_id", fact.id()),
                        Updates.combine(
                                Updates.set(DoubtfulTimes.REPLACED_BY, right.id()),
                                Updates.set(DECIDED_BY, Actor.current().subject()),
                                Updates.unset(DoubtfulTimes.DOUBTFUL)));
        return right;
    }
}
