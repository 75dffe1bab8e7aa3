package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;

/** A database: a map in the store for each collection and for each of its indexes. */
final class DurableDatabase extends AbstractSynchronizedMongoDatabase<Key> {

    private static final String DOCUMENTS = "documents.";
    private static final String INDEX = "index.";

    private final Store store;

    DurableDatabase(String name, Store store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    /** The names of all databases in a store. */
    static List<String> namesIn(Store store) {
        return store.file().getMapNames().stream()
                .filter(map -> map.startsWith(DOCUMENTS))
                .map(map -> Utils.firstFragment(map.substring(DOCUMENTS.length())))
                .distinct()
                .toList();
    }

    @Override
    protected IndexedCollection openOrCreateCollection(String name, CollectionOptions options) {
        return new IndexedCollection(
                this, name, options, cursorRegistry, store.map(documents(name)), store);
    }

    /**
     * The server does not pass partial filters on. For an index that is not unique that only means
     * more entries; a unique one is taken if its filter says no more than being sparse would.
     */
    @Override
    protected synchronized void addIndex(Document description) {
        if (Utils.isTrue(description.get("unique"))
                && description.get("partialFilterExpression") instanceof Document filter) {
            boolean sparse =
                    description.get("key") instanceof Document keys
                            && keys.size() == 1
                            && filter.keySet().equals(keys.keySet())
                            && filter.values().stream()
                                    .allMatch(new Document("$exists", true)::equals);
            if (!sparse) {
                throw new MongoServerError(
                        67,
                        "CannotCreateIndex",
                        "A unique partial index is only possible on {key: {$exists: true}}");
            }
            description = new Document(description).append("sparse", true);
        }
        super.addIndex(description);
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
            return new IdIndex(store.map(documents(collection)), name, keys);
        }
        return new SortedIndex(store.map(index(collection, name)), name, keys, true, sparse);
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SortedIndex(store.map(index(collection, name)), name, keys, false, sparse);
    }

    @Override
    protected void dropIndex(MongoCollection<Key> collection, String name) {
        super.dropIndex(collection, name);
        store.file().removeMap(index(collection.getCollectionName(), name));
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        store.file().removeMap(documents(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        throw new MongoServerError(20, "IllegalOperation", "Collections cannot be renamed here");
    }

    private String documents(String collection) {
        return DOCUMENTS + databaseName + "." + collection;
    }

    private String index(String collection, String name) {
        return INDEX + databaseName + "." + collection + "." + name;
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
