package id.lumbung.backbone.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** Counts what is not published yet, and what is blocked. */
public final class OutboxBacklog {

    private final MongoOperations mongo;
    private final Clock clock;

    OutboxBacklog(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    public PendingCount pending(String collection, int max) {
        var oldest = clock.instant();
        var count = 0;
        for (var document :
                mongo.getCollection(collection)
                        .find(gt(OutboxFields.DUE, Date.from(Instant.EPOCH)))
                        .projection(
                                Projections.include(
                                        OutboxFields.OUTBOX + "." + OutboxFields.ENQUEUED_AT))
                        .limit(max)) {
            count++;
            for (var message : document.getList(OutboxFields.OUTBOX, Document.class, List.of())) {
                var at = message.getDate(OutboxFields.ENQUEUED_AT);
                oldest = at != null && at.toInstant().isBefore(oldest) ? at.toInstant() : oldest;
            }
        }
        return new PendingCount(count, oldest);
    }

    /**
     * How many facts of a cooperative that happened before a time wait to be published; counted no
     * further than so many. Looks through all that waits in the collection.
     */
    public long pending(String collection, UUID cooperativeId, Instant until, int max) {
        return count(collection, OutboxFields.DUE, cooperativeId, until, max);
    }

    /** How many facts of a cooperative that happened before a time are blocked. */
    public long blocked(String collection, UUID cooperativeId, Instant until, int max) {
        return count(collection, OutboxFields.BLOCKED_AT, cooperativeId, until, max);
    }

    private long count(String collection, String mark, UUID cooperativeId, Instant until, int max) {
        return mongo.getCollection(collection)
                .find(
                        and(
                                gt(mark, Date.from(Instant.EPOCH)),
                                eq("cooperativeId", cooperativeId),
                                lt("at", Date.from(until))))
                .projection(Projections.include("_id"))
                .limit(max)
                .into(new ArrayList<>())
                .size();
    }
}
