package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;

/** A database: a map in the store for each collection and for each of its indexes. */
final class DurableDatabase extends AbstractSynchronizedMongoDatabase<Key> {

    private final Store store;
    private final MapNames maps;

    DurableDatabase(String name, Store store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        this.maps = new MapNames(name);
        initializeNamespacesAndIndexes();
    }

    @Override
    protected IndexedCollection openOrCreateCollection(String name, CollectionOptions options) {
        return new IndexedCollection(
                this,
                name,
                options,
                cursorRegistry,
                store.map(maps.documents(name)),
                store.durability());
    }

    @Override
    protected synchronized void addIndex(Document description) {
        super.addIndex(PartialIndex.asSparse(description));
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
            return new IdIndex(store.map(maps.documents(collection)), name, keys);
        }
        return new SortedIndex(store.map(maps.index(collection, name)), name, keys, true, sparse);
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SortedIndex(store.map(maps.index(collection, name)), name, keys, false, sparse);
    }

    @Override
    protected void dropIndex(MongoCollection<Key> collection, String name) {
        super.dropIndex(collection, name);
        store.file().removeMap(maps.index(collection.getCollectionName(), name));
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        store.file().removeMap(maps.documents(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        throw new MongoServerError(20, "IllegalOperation", "Collections cannot be renamed here");
    }

    @Override
    protected long getFileSize() {
        return store.file().getFileStore() == null ? 0 : store.file().getFileStore().size();
    }

    @Override
    protected long getStorageSize() {
        return getFileSize();
    }
}
