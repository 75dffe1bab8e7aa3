package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The rest of a query's answer, read when it is fetched: 1,000 documents or 4 MiB at once if
 * nothing else is asked.
 */
final class BatchCursor extends AbstractCursor {

    private static final int USUAL_BATCH = 1_000;
    private static final long MAX_BYTES = 4L << 20;

    private final Iterator<Document> documents;
    private final UnaryOperator<List<Document>> projection;
    private long remaining;

    BatchCursor(
            long id,
            Iterator<Document> documents,
            long limit,
            UnaryOperator<List<Document>> projection) {
        super(id);
        this.documents = documents;
        this.remaining = limit;
        this.projection = projection;
    }

    @Override
    public synchronized boolean isEmpty() {
        boolean empty = remaining == 0 || !documents.hasNext();
        pause();
        return empty;
    }

    @Override
    public synchronized List<Document> takeDocuments(int batchSize) {
        long max = Math.min(batchSize > 0 ? batchSize : USUAL_BATCH, remaining);
        long readBefore = bytesRead();
        List<Document> batch = new ArrayList<>();
        while (batch.size() < max && documents.hasNext() && bytesRead() - readBefore < MAX_BYTES) {
            var _ = batch.add(documents.next());
        }
        remaining -= batch.size();
        pause();
        return projection.apply(batch);
    }

    private long bytesRead() {
        return documents instanceof Scan scan ? scan.bytesRead() : 0;
    }

    private void pause() {
        if (documents instanceof Scan scan) {
            scan.pause();
        }
    }
}
