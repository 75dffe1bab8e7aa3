package id.lumbung.shu.account;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Inserts some documents at a time; one that is stored already stays as it is. */
final class BatchInsert implements AutoCloseable {
    private static final int BATCH_SIZE = 500;

    private final MongoCollection<Document> target;
    private final List<Document> batch = new ArrayList<>(BATCH_SIZE);

    BatchInsert(MongoCollection<Document> target) {
        this.target = target;
    }

    void add(Document document) {
        batch.add(document);
        if (batch.size() == BATCH_SIZE) {
            write();
        }
    }

    private void write() {
        try {
            var _ = target.insertMany(batch, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream()
                            .anyMatch(
                                    error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
        batch.clear();
    }

    @Override
    public void close() {
        if (!batch.isEmpty()) {
            write();
        }
    }
}
