package id.lumbung.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/**
 * A database whose maps are typed, so that the store compares keys by their bytes, and whose
 * indexes are real.
 */
final class DurableDatabase extends H2Database {

    private static final IdType ID = new IdType();

    /**
     * Null while the constructor above this one runs, which would open what is there before it can
     * be opened.
     */
    private final @Nullable MVStore store;

    DurableDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, store, cursors);
        this.store = store;
        super.initializeNamespacesAndIndexes();
    }

    @Override
    protected void initializeNamespacesAndIndexes() {
        // Done by our own constructor, when the store is known here.
    }

    private MVStore store() {
        if (store == null) {
            throw new IllegalStateException("The database is not open yet");
        }
        return store;
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
            return new IdIndex(name, keys, documents(collection));
        }
        return sortedIndex(collection, name, keys, true);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return sortedIndex(collection, name, keys, false);
    }

    private SortedIndex sortedIndex(
            String collection, String name, List<IndexKey> keys, boolean unique) {
        var map =
                map(
                        getFullCollectionNamespace(collection) + "._index_" + name,
                        ByteArrayDataType.INSTANCE,
                        ID);
        var index = new SortedIndex(name, keys, unique, map);
        index.build(documents(collection));
        return index;
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(
            String name, CollectionOptions options) {
        MVMap<String, Object> meta = store().openMap("meta." + getFullCollectionNamespace(name));
        return new IndexedCollection(this, name, options, documents(name), meta, cursorRegistry);
    }

    private MVMap<Object, Document> documents(String collection) {
        return map("databases." + getFullCollectionNamespace(collection), ID, new DocumentType());
    }

    private <K, V> MVMap<K, V> map(String name, DataType<K> keys, DataType<V> values) {
        return store().openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
    }
}
