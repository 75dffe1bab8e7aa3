package id.lumbung.shu.closing.books;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.ClosingRule;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Lets one at a time look at all book years of a cooperative and begin to close, or take back, one
 * of them. Each year is a document of its own, so nothing else keeps two years from beginning in
 * the same moment.
 */
@Component
class ClosingPermit {

    private static final Duration LASTS = Duration.ofSeconds(30);

    private final MongoCollection<Document> permits;
    private final Clock clock;

    ClosingPermit(MongoOperations mongo, Clock clock) {
        this.permits = mongo.getCollection("closingPermits");
        this.clock = clock;
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when another step begins at this moment
     */
    BookYearRecord take(UUID cooperativeId, Supplier<BookYearRecord> step) {
        var token = UUID.randomUUID();
        if (!isFree(cooperativeId, token)) {
            throw ClosingRule.OTHER_YEAR_CLOSING.because(
                    "Langkah lain dari tahun buku koperasi ini sedang dimulai. Coba lagi beberapa detik lagi.",
                    "Another step of this cooperative's book years begins at this moment. Ask again in a few seconds.");
        }
        try {
            return step.get();
        } finally {
            var _ = permits.deleteOne(and(eq("_id", cooperativeId), eq("token", token)));
        }
    }

    private boolean isFree(UUID cooperativeId, UUID token) {
        var now = clock.instant();
        var until = Date.from(now.plus(LASTS));
        try {
            var _ =
                    permits.insertOne(
                            new Document("_id", cooperativeId)
                                    .append("token", token)
                                    .append("until", until));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Whoever died with the permit in hand does not hold it for ever.
            return permits.updateOne(
                                    and(eq("_id", cooperativeId), lt("until", Date.from(now))),
                                    Updates.combine(
                                            Updates.set("token", token),
                                            Updates.set("until", until)))
                            .getMatchedCount()
                    > 0;
        }
    }
}
