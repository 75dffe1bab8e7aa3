package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;

/**
 * The index on {@code _id}: the documents themselves, which are kept by it, so it stores nothing.
 */
final class IdIndex extends Index<Key> {

    private final MVMap<byte[], byte[]> documents;

    IdIndex(MVMap<byte[], byte[]> documents, String name, List<IndexKey> keys) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    public Key getPosition(Document document) {
        return Key.of(document.get("_id"));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        Object id = document.get("_id");
        if (documents.containsKey(Key.of(id).bytes())) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(id));
        }
    }

    @Override
    public Key remove(Document document) {
        return getPosition(document);
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Key> getPositions(Document query) {
        throw new UnsupportedOperationException("The collection plans its queries itself");
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        // The document stands under its id already.
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
        // An id never changes.
    }

    @Override
    public void updateInPlace(
            Document before, Document after, Key position, MongoCollection<Key> collection) {
        // An id never changes.
    }

    @Override
    public void drop() {
        // It goes with the documents.
    }
}
