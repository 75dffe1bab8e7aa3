package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.bson.Document;

/** Changes one document at a time, with the other writers of its collection kept out. */
final class DocumentUpdate {

    enum Outcome {
        GONE,
        SAME,
        CHANGED
    }

    private final StoredDocuments stored;

    /** Whose writers all hold its monitor. */
    private final MongoCollection<Key> collection;

    private final FieldChange change;
    private final Filter filter;

    DocumentUpdate(
            StoredDocuments stored,
            MongoCollection<Key> collection,
            FieldChange change,
            Filter filter) {
        this.stored = stored;
        this.collection = collection;
        this.change = change;
        this.filter = filter;
    }

    Outcome apply(FoundDocument found) {
        Key position = found.position();
        synchronized (collection) {
            Document before = found.current(stored.get(position), filter);
            if (before == null) {
                return Outcome.GONE;
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
        stored.indexes().forEach(index -> index.checkUpdate(before, after, collection));
        stored.indexes().forEach(index -> index.updateInPlace(before, after, position, collection));
        stored.put(position, after);
    }
}
