package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index whose entries are the values of its keys followed by the document's key and that key's
 * length in two bytes. A document without the first key has no entry (so partial indexes need no
 * filter), except in a unique index that is not sparse, where missing counts as null. An array has
 * an entry for each element; the index then remembers that it holds arrays, and neither orders nor
 * uses more than its first key.
 */
final class SortedIndex extends Index<Key> {

    /** Before every entry; the mark that arrays are held stands before it. */
    static final byte[] FIRST = {1};

    private static final byte[] HOLDS_ARRAYS = {};
    private static final int MAX_ID_BYTES = 0xFFFF;

    private final MVMap<byte[], byte[]> entries;
    private final boolean unique;
    private final List<String> fields;
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
        this.fields = keys.stream().map(IndexKey::getKey).toList();
        this.holdsArrays = entries.containsKey(HOLDS_ARRAYS);
    }

    MVMap<byte[], byte[]> entries() {
        return entries;
    }

    boolean holdsArrays() {
        return holdsArrays;
    }

    static byte[] position(byte[] entry) {
        int end = entry.length - 2;
        int length = (entry[end] & 0xFF) << 8 | (entry[end + 1] & 0xFF);
        return Arrays.copyOfRange(entry, end - length, end);
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
            if (entry != null
                    && entry.length > value.length
                    && Arrays.mismatch(entry, value) == value.length
                    && !Arrays.equals(position(entry), position.bytes())) {
                throw new DuplicateKeyError(
                        this, collection, getKeys(), getKeyValues(document).iterator().next());
            }
        }
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        for (byte[] values : valuesOf(document)) {
            var _ = entries.put(entry(values, position), Bytes.NONE);
        }
    }

    @Override
    public Key remove(Document document) {
        Key position = Key.of(document.get("_id"));
        for (byte[] values : valuesOf(document)) {
            var _ = entries.remove(entry(values, position));
        }
        return position;
    }

    @Override
    public void updateInPlace(
            Document before, Document after, Key position, MongoCollection<Key> collection) {
        List<byte[]> removed = valuesOf(before);
        List<byte[]> added = valuesOf(after);
        for (byte[] values : removed) {
            if (!contains(added, values)) {
                var _ = entries.remove(entry(values, position));
            }
        }
        for (byte[] values : added) {
            if (!contains(removed, values)) {
                var _ = entries.put(entry(values, position), Bytes.NONE);
            }
        }
    }

    private static boolean contains(List<byte[]> all, byte[] one) {
        return all.stream().anyMatch(candidate -> Arrays.equals(candidate, one));
    }

    private static byte[] entry(byte[] values, Key position) {
        int length = position.bytes().length;
        if (length > MAX_ID_BYTES) {
            throw new IllegalArgumentException(
                    "An _id of " + length + " bytes is too long for an index");
        }
        byte[] entry = Arrays.copyOf(values, values.length + length + 2);
        System.arraycopy(position.bytes(), 0, entry, values.length, length);
        entry[entry.length - 2] = (byte) (length >>> 8);
        entry[entry.length - 1] = (byte) length;
        return entry;
    }

    /**
     * The document's values, once for each element of an array; empty if it does not belong into
     * this index.
     */
    private List<byte[]> valuesOf(Document document) {
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        int array = -1;
        boolean present = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = value(document, fields.get(i));
            if (i == 0 || unique) {
                present |= !(values[i] instanceof Missing);
            }
            if (values[i] instanceof Collection) {
                if (array >= 0 && !firstPart(fields.get(array)).equals(firstPart(fields.get(i)))) {
                    throw new CannotIndexParallelArraysError(
                            List.of(fields.get(i), fields.get(array)));
                }
                array = i;
            }
        }
        if (!present && (!unique || isSparse())) {
            return List.of();
        }
        if (array < 0) {
            return List.of(write(values));
        }
        return valuesOfArrays(values);
    }

    private List<byte[]> valuesOfArrays(@Nullable Object[] values) {
        if (!holdsArrays) {
            var _ = entries.put(HOLDS_ARRAYS, Bytes.NONE);
            holdsArrays = true;
        }
        List<Object[]> combinations = new ArrayList<>();
        combinations.add(new Object[values.length]);
        for (int i = 0; i < values.length; i++) {
            Collection<?> elements =
                    values[i] instanceof Collection<?> many ? many : Arrays.asList(values[i]);
            if (elements.isEmpty()) {
                elements = List.of(Missing.getInstance());
            }
            List<Object[]> longer = new ArrayList<>();
            for (Object[] combination : combinations) {
                for (Object element : elements) {
                    Object[] copy = combination.clone();
                    copy[i] = element == null ? Missing.getInstance() : element;
                    longer.add(copy);
                }
            }
            combinations = longer;
        }
        List<byte[]> written = new ArrayList<>();
        for (Object[] combination : combinations) {
            byte[] bytes = write(combination);
            if (!contains(written, bytes)) {
                written.add(bytes);
            }
        }
        return written;
    }

    private byte[] write(@Nullable Object[] values) {
        SortableBytes writer = new SortableBytes();
        for (int i = 0; i < values.length; i++) {
            writer = writer.value(values[i], getKeys().get(i).isAscending());
        }
        return writer.toArray();
    }

    private static @Nullable Object value(Document document, String field) {
        return field.indexOf('.') < 0
                ? document.getOrMissing(field)
                : Utils.getSubdocumentValueCollectionAware(document, field);
    }

    private static String firstPart(String field) {
        return Utils.firstFragment(field);
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
