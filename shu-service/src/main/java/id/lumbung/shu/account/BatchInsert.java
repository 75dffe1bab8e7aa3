package id.lumbung.shu.account;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.bson.Document;

/**
 * Inserts some documents at a time; one that is stored already stays as it is. While one batch is
 * being written, the next is gathered; what failed is thrown by the call after it, and by {@link
 * #close} at the latest.
 */
final class BatchInsert implements AutoCloseable {
    private static final int BATCH_SIZE = 500;

    private final MongoCollection<Document> target;
    private List<Document> batch = new ArrayList<>(BATCH_SIZE);
    private FutureTask<Void> writing = new FutureTask<>(() -> {}, null);

    BatchInsert(MongoCollection<Document> target) {
        this.target = target;
        writing.run();
    }

    void add(Document document) {
        batch.add(document);
        if (batch.size() == BATCH_SIZE) {
            write();
        }
    }

    private void write() {
        awaitWritten();
        var full = batch;
        batch = new ArrayList<>(BATCH_SIZE);
        writing = new FutureTask<>(() -> insert(full), null);
        var _ = Thread.ofVirtual().name("accounts").start(writing);
    }

    private void insert(List<Document> documents) {
        try {
            var _ = target.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream()
                            .anyMatch(
                                    error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    private void awaitWritten() {
        try {
            writing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while accounts were written.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        if (!batch.isEmpty()) {
            write();
        }
        awaitWritten();
    }
}
