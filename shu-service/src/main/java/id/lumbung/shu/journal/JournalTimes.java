package id.lumbung.shu.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.FindIterable;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Stretches of the journal, by when an entry happened or by when it counts. */
final class JournalTimes {

    private JournalTimes() {}

    /** Those of an owner that count between two times, the later exclusive. */
    static Bson counting(Instant from, Instant until, Bson... owner) {
        return and(and(owner), gte("countsAt", Date.from(from)), lt("countsAt", Date.from(until)));
    }

    /** Those of an owner that happened between two times, the later exclusive. */
    static Bson between(Instant from, Instant until, Bson... owner) {
        return and(and(owner), gte("at", Date.from(from)), lt("at", Date.from(until)));
    }

    static void each(FindIterable<Document> found, Consumer<Entry> to) {
        found.batchSize(Journal.READ_AHEAD).map(EntryDocuments::entry).forEach(to);
    }
}
