package id.lumbung.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index on {@code _id}, which is the map of documents itself: nothing is written twice. */
final class IdIndex extends AbstractUniqueIndex<Object> {

    private final MVMap<Object, Document> documents;

    IdIndex(String name, List<IndexKey> keys, MVMap<Object, Document> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    private static Object id(KeyValue key) {
        return Missing.ofNullable(key.get(0));
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        var id = id(key);
        return documents.containsKey(id) ? id : null;
    }

    /** The collection takes the document out itself. */
    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return getPosition(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return true;
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Object> collection) {
        var id = document.get("_id");
        if (documents.containsKey(Missing.ofNullable(id))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(id));
        }
    }

    /** The collection has put it in already. */
    @Override
    public synchronized void add(
            Document document, Object position, MongoCollection<Object> collection) {}

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return documents.keySet().stream()
                .<Map.Entry<KeyValue, Object>>map(
                        id -> new SimpleImmutableEntry<>(new KeyValue(id), id))
                .toList();
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
