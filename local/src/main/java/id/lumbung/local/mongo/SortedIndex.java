package id.lumbung.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index over a sorted map: the values of its fields, then the document's position, as bytes. A
 * document without the first field is left out, which is what the partial indexes of this product
 * ask for, and why an index is never used to find documents without that field.
 *
 * <p>Documents with an array or another uncommon value in one of the fields stand in a bucket of
 * their own, which every search reads as well; so a search gives at least all documents that match,
 * and the collection looks at each again.
 */
final class SortedIndex extends Index<Object> {

    /** Stands in the map once all documents that were there before the index are in it. */
    private static final byte[] BUILT = {0};

    private static final byte[] BUCKET = {1};
    private static final byte[] SORTED = {2};
    private static final byte[] END = {3};

    private final MVMap<byte[], Object> map;
    private final String[] fields;
    private final boolean unique;

    /** How a search goes: from these bytes, inclusive, until those, exclusive. */
    private static final class Range {
        private final byte[] from;
        private final byte[] until;

        Range(byte[] from, byte[] until) {
            this.from = from;
            this.until = until;
        }
    }

    /** What a query says of one field: a value it equals, or bounds. */
    record Condition(
            boolean equality,
            @Nullable Object value,
            @Nullable Bound lower,
            @Nullable Bound upper) {

        static Condition equalTo(@Nullable Object value) {
            return new Condition(true, value, null, null);
        }
    }

    record Bound(Object value, boolean inclusive) {}

    SortedIndex(String name, List<IndexKey> keys, boolean unique, MVMap<byte[], Object> map) {
        super(name, keys, true);
        this.map = map;
        this.unique = unique;
        this.fields = keys.stream().map(IndexKey::getKey).toArray(String[]::new);
    }

    void build(MVMap<Object, Document> documents) {
        if (!map.containsKey(BUILT)) {
            documents.forEach((position, document) -> add(document, position));
            map.put(BUILT, true);
        }
    }

    /**
     * How well this index serves these conditions: two for each leading field that is equal to
     * something, one for bounds on the next; zero where not at all.
     */
    int score(Map<String, Condition> conditions) {
        var score = 0;
        for (var field : fields) {
            var condition = conditions.get(field);
            if (condition == null) {
                return score;
            }
            if (!condition.equality()) {
                return score + 1;
            }
            if (score == 0 && Missing.isNullOrMissing(condition.value())) {
                return 0;
            }
            score += 2;
        }
        return score;
    }

    /** Whether documents come out in this order, given the conditions the search is made for. */
    boolean givesOrder(Map<String, Condition> conditions, Document orderBy) {
        var first = map.ceilingKey(BUCKET);
        if (first != null && Arrays.compareUnsigned(first, SORTED) < 0) {
            return false;
        }
        var next = 0;
        for (var order : orderBy.entrySet()) {
            if (!Integer.valueOf(1).equals(asInt(order.getValue()))) {
                return false;
            }
            while (next < fields.length
                    && !fields[next].equals(order.getKey())
                    && isEquality(conditions, fields[next])) {
                next++;
            }
            if (next < fields.length && fields[next].equals(order.getKey())) {
                next++;
            } else if (!(next == fields.length && order.getKey().equals("_id"))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEquality(Map<String, Condition> conditions, String field) {
        var condition = conditions.get(field);
        return condition != null && condition.equality();
    }

    private static @Nullable Integer asInt(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : null;
    }

    /**
     * Positions of all documents that can match, those of the bucket first, then in the order of
     * the index.
     */
    Stream<Object> search(Map<String, Condition> conditions) {
        return Stream.concat(positions(new Range(BUCKET, SORTED)), positions(range(conditions)));
    }

    private Range range(Map<String, Condition> conditions) {
        var prefix = SortableBytes.startingWith(SORTED);
        for (var field : fields) {
            var condition = conditions.get(field);
            if (condition == null) {
                break;
            }
            if (!condition.equality()) {
                return bounded(prefix.toArray(), condition);
            }
            prefix.append(condition.value());
        }
        var from = prefix.toArray();
        return new Range(from, after(from));
    }

    private static Range bounded(byte[] prefix, Condition condition) {
        var lower = condition.lower();
        var upper = condition.upper();
        var one = lower != null ? lower : upper;
        if (one == null) {
            return new Range(prefix, after(prefix));
        }
        var type = SortableBytes.startingWith(prefix).and(SortableBytes.typeOf(one.value()));
        var from = lower == null ? type : edge(prefix, lower.value(), !lower.inclusive());
        var until = upper == null ? after(type) : edge(prefix, upper.value(), upper.inclusive());
        return new Range(from, until);
    }

    private static byte[] edge(byte[] prefix, Object value, boolean behind) {
        var bytes = key(prefix, value);
        return behind ? after(bytes) : bytes;
    }

    private static byte[] key(byte[] prefix, Object value) {
        var key = SortableBytes.startingWith(prefix);
        key.append(value);
        return key.toArray();
    }

    private static byte[] after(byte[] prefix) {
        var after = SortableBytes.after(prefix);
        return after == null ? END : after;
    }

    private Stream<Object> positions(Range range) {
        var cursor = map.cursor(range.from);
        var positions =
                new Iterator<Object>() {
                    private @Nullable Object next;

                    @Override
                    public boolean hasNext() {
                        if (next == null && cursor.hasNext()) {
                            var key = cursor.next();
                            next =
                                    Arrays.compareUnsigned(key, range.until) < 0
                                            ? cursor.getValue()
                                            : null;
                        }
                        return next != null;
                    }

                    @Override
                    public Object next() {
                        if (!hasNext() || next == null) {
                            throw new NoSuchElementException();
                        }
                        var position = next;
                        next = null;
                        return position;
                    }
                };
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        positions, Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    private byte @Nullable [] key(Document document, Object position) {
        var key = values(document);
        if (key == null) {
            return null;
        }
        key.append(id(position));
        return key.toArray();
    }

    private static Object id(Object position) {
        return SortableBytes.isSortable(position) ? position : String.valueOf(position);
    }

    /** The values of the fields; null where the first is missing. */
    private @Nullable SortableBytes values(Document document) {
        var values = new ArrayList<@Nullable Object>(fields.length);
        for (var field : fields) {
            values.add(
                    field.indexOf('.') < 0
                            ? (document.containsKey(field)
                                    ? document.get(field)
                                    : Missing.getInstance())
                            : Utils.getSubdocumentValueCollectionAware(document, field));
        }
        if (values.getFirst() instanceof Missing) {
            return null;
        }
        if (!values.stream().allMatch(SortableBytes::isSortable)) {
            return SortableBytes.startingWith(BUCKET);
        }
        var key = SortableBytes.startingWith(SORTED);
        values.forEach(key::append);
        return key;
    }

    private void add(Document document, Object position) {
        var key = key(document, position);
        if (key != null) {
            map.put(key, position);
        }
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        add(document, position);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        if (unique) {
            refuseOther(document, null, collection);
        }
    }

    @Override
    public void checkUpdate(
            Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        if (unique) {
            refuseOther(newDocument, oldDocument.get("_id"), collection);
        }
    }

    private void refuseOther(
            Document document, @Nullable Object self, MongoCollection<Object> collection) {
        var values = values(document);
        if (values == null) {
            return;
        }
        var prefix = values.toArray();
        if (Arrays.equals(prefix, BUCKET)) {
            throw new IllegalArgumentException(
                    "A unique index of this server takes no arrays or documents");
        }
        var other =
                positions(new Range(prefix, after(prefix)))
                        .filter(position -> !position.equals(self))
                        .findAny();
        if (other.isPresent()) {
            throw new DuplicateKeyError(
                    this,
                    collection,
                    getKeys(),
                    new KeyValue(
                            Arrays.stream(fields)
                                    .map(field -> Utils.getSubdocumentValue(document, field))
                                    .toArray()));
        }
    }

    @Override
    public @Nullable Object remove(Document document) {
        var id = Missing.ofNullable(document.get("_id"));
        var key = key(document, id);
        return key == null ? null : map.remove(key);
    }

    @Override
    public void updateInPlace(
            Document oldDocument,
            Document newDocument,
            Object position,
            MongoCollection<Object> collection) {
        var before = key(oldDocument, position);
        var after = key(newDocument, position);
        if (!Arrays.equals(before, after)) {
            if (before != null) {
                var _ = map.remove(before);
            }
            if (after != null) {
                map.put(after, position);
            }
        }
    }

    /** The collection chooses among indexes itself. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new IllegalStateException("The collection searches by itself");
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public long getCount() {
        return map.sizeAsLong() - 1;
    }

    /** It was built when it was opened. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {}
}
