package id.lumbung.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** A collection with the journal's indexes, to be dropped after its measurement. */
final class ScratchJournal {

    private ScratchJournal() {}

    static MongoCollection<Document> in(MongoClient mongo) {
        var collection = mongo.getDatabase("bench").getCollection("journal" + UUID.randomUUID());
        var journal = collection.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        var _ = journal.createIndex(Indexes.ascending("cooperativeId", "memberId", "countsAt"));
        var _ = journal.createIndex(Indexes.ascending("cooperativeId", "countsAt", "_id"));
        var _ = journal.createIndex(Indexes.ascending("outletId", "at"));
        return journal;
    }

    static void insert(MongoCollection<Document> target, List<Document> documents) {
        if (!documents.isEmpty()) {
            var _ =
                    target.insertMany(
                            List.copyOf(documents), new InsertManyOptions().ordered(false));
        }
    }
}
