package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index, a sorted map of {@linkplain IndexEntry entries}. A document without the first key has
 * no entry (so partial indexes need no filter), except in a unique index that is not sparse, where
 * missing counts as null. An array has an entry for each element; the index then remembers that it
 * holds arrays, and neither orders nor uses more than its first key.
 */
final class SortedIndex extends Index<Key> {

    /** Before every entry; the mark that arrays are held stands before it. */
    static final byte[] FIRST = {1};

    private static final byte[] HOLDS_ARRAYS = {};

    private final MVMap<byte[], byte[]> entries;
    private final boolean unique;
    private volatile boolean holdsArrays;

    SortedIndex(
            MVMap<byte[], byte[]> entries,
            String name,
            List<IndexKey> keys,
            boolean unique,
            boolean sparse) {
        super(name, keys, sparse);
        this.entries = entries;
        this.unique = unique;
        this.holdsArrays = entries.containsKey(HOLDS_ARRAYS);
    }

    MVMap<byte[], byte[]> entries() {
        return entries;
    }

    boolean holdsArrays() {
        return holdsArrays;
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public @Nullable Key getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        if (unique) {
            check(valuesOf(document), Key.of(document.get("_id")), document, collection);
        }
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
        checkAdd(after, collection);
    }

    private void check(
            List<byte[]> values, Key position, Document document, MongoCollection<Key> collection) {
        for (byte[] value : values) {
            byte[] entry = entries.ceilingKey(value);
            if (entry != null && IndexEntry.isOfAnother(entry, value, position)) {
                throw new DuplicateKeyError(
                        this, collection, getKeys(), getKeyValues(document).iterator().next());
            }
        }
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        for (byte[] values : valuesOf(document)) {
            var _ = entries.put(IndexEntry.of(values, position), Bytes.NONE);
        }
    }

    @Override
    public Key remove(Document document) {
        Key position = Key.of(document.get("_id"));
        for (byte[] values : valuesOf(document)) {
            var _ = entries.remove(IndexEntry.of(values, position));
        }
        return position;
    }

    @Override
    public void updateInPlace(
            Document before, Document after, Key position, MongoCollection<Key> collection) {
        List<byte[]> removed = valuesOf(before);
        List<byte[]> added = valuesOf(after);
        for (byte[] values : removed) {
            if (!KeyBytes.contains(added, values)) {
                var _ = entries.remove(IndexEntry.of(values, position));
            }
        }
        for (byte[] values : added) {
            if (!KeyBytes.contains(removed, values)) {
                var _ = entries.put(IndexEntry.of(values, position), Bytes.NONE);
            }
        }
    }

    /**
     * The document's values, once for each element of an array; empty if it does not belong into
     * this index.
     */
    private List<byte[]> valuesOf(Document document) {
        IndexedValues values = new IndexedValues(getKeys(), document);
        boolean isMissing = unique ? values.areAllMissing() : values.isFirstMissing();
        if (isMissing && (!unique || isSparse())) {
            return List.of();
        }
        if (values.holdArray() && !holdsArrays) {
            var _ = entries.put(HOLDS_ARRAYS, Bytes.NONE);
            holdsArrays = true;
        }
        return values.written();
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
        return entries.sizeAsLong() - (holdsArrays ? 1 : 0);
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        // The database removes the map of the entries.
    }
}
