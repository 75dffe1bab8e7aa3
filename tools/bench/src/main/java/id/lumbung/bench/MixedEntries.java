package id.lumbung.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;

/** Entries of a cooperative that are put straight into the journal. */
record MixedEntries(MongoCollection<Document> journal, UUID cooperative) {

    /** The first so many are of some members each. */
    static final int FEW = 10_000;

    private static final int BATCH = 1_000;
    private static final int MEMBERS = 500;

    static MixedEntries of(UUID cooperative, MongoClient mongo) {
        var journal = mongo.getDatabase("shu").getCollection("journal");
        var _ = journal.createIndex(new Document("outboxDue", 1));
        return new MixedEntries(journal, cooperative);
    }

    /** The first few are of some members each; all that follow are of others. */
    void fill(int from, int until) {
        for (var first = from; first < until; first += BATCH) {
            var documents = new ArrayList<Document>(BATCH);
            for (var i = first; i < Math.min(until, first + BATCH); i++) {
                documents.add(entry(i, i < FEW ? i % MEMBERS : MEMBERS + i % 5_000));
            }
            var _ = journal.insertMany(documents, new InsertManyOptions().ordered(false));
        }
    }

    private Document entry(int i, int member) {
        var at = Instant.ofEpochMilli(1_760_000_000_000L + i * 7L);
        var id =
                new UUID(
                        (at.toEpochMilli() << 16) | 0x7000L,
                        0x8000_0000_0000_0000L
                                | (cooperative.getLeastSignificantBits() >>> 32 << 24)
                                | i);
        return new Document("_id", id)
                .append("kind", "SALE")
                .append("cooperativeId", cooperative)
                .append("outletId", cooperative)
                .append("memberId", member(member))
                .append("factId", id)
                .append("amount", 1_000L + i % 9_000)
                .append("at", Date.from(at))
                .append("countsAt", Date.from(at))
                .append("recordedAt", Date.from(at));
    }

    UUID member(int member) {
        return new UUID(cooperative.getMostSignificantBits(), 0x8000_0000_0000_0000L | member);
    }
}
