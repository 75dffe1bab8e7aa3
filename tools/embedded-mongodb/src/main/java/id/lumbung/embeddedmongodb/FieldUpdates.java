package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import id.lumbung.embeddedmongodb.DocumentUpdate.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * The usual update, a {@link FieldChange}, without the server's deep copies of each document. It
 * looks for the documents beside other writers, and keeps those out for one document at a time, at
 * which it looks again if it was changed meanwhile.
 */
final class FieldUpdates {

    private final StoredDocuments stored;
    private final QueryMatcher matcher;
    private final MongoCollection<Key> collection;

    FieldUpdates(StoredDocuments stored, QueryMatcher matcher, MongoCollection<Key> collection) {
        this.stored = stored;
        this.matcher = matcher;
        this.collection = collection;
    }

    /**
     * Changes all documents that {@code selector} finds, or the first {@code limit} if that is not
     * 0.
     *
     * @return MongoDB's answer: how many matched ({@code n}), how many became others ({@code
     *     nModified})
     */
    Document run(Document selector, FieldChange change, int limit) {
        Plan plan = Planner.choose(stored.map(), stored.indexes(), selector, null, limit);
        Filter filter = new Filter(selector, plan.byId(), matcher);
        Scan scan = new Scan(stored.map(), plan, filter);
        DocumentUpdate update = new DocumentUpdate(stored, collection, change, filter);
        List<FoundDocument> found;
        int matched = 0;
        int modified = 0;
        do {
            found = take(scan, limit);
            for (FoundDocument one : found) {
                Outcome outcome = update.apply(one);
                matched += outcome == Outcome.GONE ? 0 : 1;
                modified += outcome == Outcome.CHANGED ? 1 : 0;
            }
        } while (matched < limit && !found.isEmpty());
        return new Document("n", matched).append("nModified", modified);
    }

    private static List<FoundDocument> take(Scan scan, int limit) {
        List<FoundDocument> taken = new ArrayList<>();
        while (scan.hasNext() && (limit == 0 || taken.size() < limit)) {
            Document document = scan.next();
            var _ = taken.add(new FoundDocument(document, scan.stored()));
        }
        return taken;
    }
}
