package id.lumbung.shu.closing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Which instance works at a long step. A claim is kept alive by whoever holds it and lapses when
 * that one dies, so that a step is done by one at a time and never by nobody. Clocks that differ by
 * more than the claim lasts cost work done twice, which changes nothing.
 */
@Component
final class StepClaims {

    static final Duration LASTS = Duration.ofSeconds(20);

    private static final String BY = "claimedBy";
    private static final String UNTIL = "claimedUntil";

    private final MongoCollection<Document> years;
    private final Clock clock;
    private final UUID instance = UUID.randomUUID();

    StepClaims(MongoOperations mongo, Clock clock) {
        this.years = mongo.getCollection(BookYearStore.COLLECTION);
        this.clock = clock;
    }

    /** Whether the step that is under way in this version is ours to work at now. */
    boolean claim(BookYearRecord record) {
        var now = clock.instant();
        var free = or(exists(UNTIL, false), lt(UNTIL, Date.from(now)), eq(BY, instance));
        return years.updateOne(
                                and(eq("_id", record.id()), eq("version", record.version()), free),
                                Updates.combine(
                                        Updates.set(BY, instance),
                                        Updates.set(UNTIL, Date.from(now.plus(LASTS)))))
                        .getMatchedCount()
                > 0;
    }

    /** Keeps claims that are still needed. */
    void renew(Collection<UUID> records) {
        if (!records.isEmpty()) {
            var _ =
                    years.updateMany(
                            and(in("_id", records), eq(BY, instance)),
                            Updates.set(UNTIL, Date.from(clock.instant().plus(LASTS))));
        }
    }

    /** For the next who looks; a claim that nobody releases lapses. */
    void release(UUID record) {
        var _ =
                years.updateOne(
                        and(eq("_id", record), eq(BY, instance)),
                        Updates.combine(Updates.unset(BY), Updates.unset(UNTIL)));
    }
}
