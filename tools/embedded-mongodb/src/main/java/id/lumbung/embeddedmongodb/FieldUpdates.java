package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The usual update, a {@link FieldChange}, without the server's deep copies of each document. It
 * looks for the documents beside other writers, and keeps those out for one document at a time, at
 * which it looks again if it was changed meanwhile.
 */
final class FieldUpdates {

    private final StoredDocuments stored;
    private final QueryMatcher matcher;

    /** Whose writers all hold its monitor. */
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
        Plan plan = Plan.choose(stored.map(), stored.indexes(), selector, null, limit);
        Filter filter = new Filter(selector, plan.byId(), matcher);
        Scan scan = new Scan(stored.map(), plan, filter);
        List<Found> found;
        int matched = 0;
        int modified = 0;
        do {
            found = take(scan, limit);
            for (Found one : found) {
                Outcome outcome = apply(change, one, filter);
                matched += outcome == Outcome.GONE ? 0 : 1;
                modified += outcome == Outcome.CHANGED ? 1 : 0;
            }
        } while (matched < limit && !found.isEmpty());
        return new Document("n", matched).append("nModified", modified);
    }

    private static List<Found> take(Scan scan, int limit) {
        List<Found> taken = new ArrayList<>();
        while (scan.hasNext() && (limit == 0 || taken.size() < limit)) {
            Document document = scan.next();
            var _ = taken.add(new Found(document, scan.stored()));
        }
        return taken;
    }

    private enum Outcome {
        GONE,
        SAME,
        CHANGED
    }

    /** A document and the bytes it was read from. */
    private static final class Found {
        private final Document document;
        private final byte[] bytes;

        Found(Document document, byte[] bytes) {
            this.document = document;
            this.bytes = bytes;
        }
    }

    private Outcome apply(FieldChange change, Found found, Filter filter) {
        Key position = Key.of(found.document.get("_id"));
        synchronized (collection) {
            byte[] now = stored.get(position);
            if (now == null) {
                return Outcome.GONE;
            }
            Document before = found.document;
            if (!Arrays.equals(now, found.bytes)) {
                before = Bson.decode(now);
                if (!filter.test(before)) {
                    return Outcome.GONE;
                }
            }
            Document after = change.applyTo(before);
            if (after == null) {
                return Outcome.SAME;
            }
            replace(position, before, after);
            return Outcome.CHANGED;
        }
    }

    private void replace(Key position, Document before, Document after) {
        for (SortedIndex index : stored.indexes()) {
            index.checkUpdate(before, after, collection);
        }
        for (SortedIndex index : stored.indexes()) {
            index.updateInPlace(before, after, position, collection);
        }
        stored.put(position, after);
    }
}
