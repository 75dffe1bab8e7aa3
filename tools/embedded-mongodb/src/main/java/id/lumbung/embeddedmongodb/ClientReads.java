package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks: in batches, read when they are fetched unless they have to be sorted first.
 */
final class ClientReads {

    /** Leaves of documents the fields asked for. */
    interface Projection {
        List<Document> apply(List<Document> documents, @Nullable Document fields);
    }

    private final CollectionReads reads;
    private final CursorRegistry cursors;
    private final Projection projection;

    ClientReads(CollectionReads reads, CursorRegistry cursors, Projection projection) {
        this.reads = reads;
        this.cursors = cursors;
        this.projection = projection;
    }

    QueryResult find(QueryParameters asked) {
        int skip = asked.getNumberToSkip();
        int limit = Math.abs(asked.getLimit());
        Iterator<Document> found =
                reads.select(
                        Objects.requireNonNull((Document) asked.getQuerySelector().get("$query")),
                        (Document) asked.getQuerySelector().get("$orderby"),
                        skip,
                        limit);
        for (int i = 0; i < skip && found.hasNext(); i++) {
            var _ = found.next();
        }
        BatchCursor cursor =
                new BatchCursor(
                        cursors.generateCursorId(),
                        found,
                        limit == 0 ? Long.MAX_VALUE : limit,
                        batch -> projection.apply(batch, asked.getProjection()));
        List<Document> first = cursor.takeDocuments(asked.getBatchSize());
        if (cursor.isEmpty()) {
            return new QueryResult(first);
        }
        cursors.add(cursor);
        return new QueryResult(first, cursor);
    }
}
