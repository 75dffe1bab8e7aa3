package id.lumbung.backbone.outbox;

import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;

/** The indexes by which documents are found that are due or blocked, however many others stand. */
final class OutboxIndexes {

    private OutboxIndexes() {}

    static void create(MongoCollection<Document> collection) {
        createWherePresent(collection, OutboxFields.DUE);
        createWherePresent(collection, OutboxFields.BLOCKED_AT);
    }

    private static void createWherePresent(MongoCollection<Document> collection, String mark) {
        var _ =
                collection.createIndex(
                        Indexes.ascending(mark),
                        new IndexOptions().partialFilterExpression(exists(mark)));
    }
}
