package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.IndexKey;
import id.lumbung.embeddedmongodb.Condition.Bound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of an index's entries that a query has to read.
 *
 * @param ranges apart from one another and ascending
 * @param answered how many of the query's fields the ranges decide
 * @param byId whether each range is just one document's key
 */
record KeyRanges(List<Range> ranges, int answered, boolean byId) {

    /** More combinations of values than this are not worth reading one by one. */
    private static final int MAX_RANGES = 2_000;

    static final KeyRanges EVERYTHING = new KeyRanges(List.of(new Range(null, null)), 0, false);

    /** Entries from {@code from} on and before {@code to}; null is no bound. */
    static final class Range {
        private final byte @Nullable [] from;
        private final byte @Nullable [] to;

        Range(byte @Nullable [] from, byte @Nullable [] to) {
            this.from = from;
            this.to = to;
        }

        byte @Nullable [] from() {
            return from;
        }

        byte @Nullable [] to() {
            return to;
        }
    }

    /**
     * What {@code conditions} leave of an index: its first keys that may have some values only,
     * then one key that lies between two bounds.
     *
     * @param index null for the documents themselves, whose only key is the id
     * @return null if the conditions shut nothing out
     */
    static @Nullable KeyRanges of(
            @Nullable SortedIndex index, List<IndexKey> keys, Map<String, Condition> conditions) {
        Search search = new Search(index, keys, conditions);
        search.takeEqualKeys();
        return search.ranges();
    }

    private static final class Search {

        private final @Nullable SortedIndex index;
        private final boolean arrays;
        private final List<IndexKey> keys;
        private final Map<String, Condition> conditions;
        private List<byte[]> prefixes = List.of(Bytes.NONE);

        /** The keys that stand in the prefixes. */
        private int equal;

        Search(
                @Nullable SortedIndex index,
                List<IndexKey> keys,
                Map<String, Condition> conditions) {
            this.index = index;
            this.arrays = index != null && index.holdsArrays();
            this.keys = keys;
            this.conditions = conditions;
        }

        void takeEqualKeys() {
            int usable = arrays ? 1 : keys.size();
            while (equal < usable) {
                IndexKey key = keys.get(equal);
                List<@Nullable Object> values = valuesOf(key);
                if (values == null || prefixes.size() * values.size() > MAX_RANGES) {
                    return;
                }
                prefixes = extend(prefixes, values, key.isAscending());
                equal++;
            }
        }

        private @Nullable List<@Nullable Object> valuesOf(IndexKey key) {
            Condition condition = conditions.get(key.getKey());
            List<@Nullable Object> values = condition == null ? null : condition.values();
            boolean hasNoEntry =
                    values != null && equal == 0 && index != null && values.contains(null);
            return hasNoEntry ? null : values;
        }

        @Nullable KeyRanges ranges() {
            Condition next = nextCondition();
            if (next != null && next.isBounded()) {
                boolean ascending = keys.get(equal).isAscending();
                return new KeyRanges(
                        prefixes.stream()
                                .map(prefix -> between(prefix, next, ascending, arrays))
                                .toList(),
                        equal + 1,
                        false);
            }
            if (equal > 0) {
                return new KeyRanges(
                        prefixes.stream()
                                .map(prefix -> new Range(prefix, Key.after(prefix)))
                                .toList(),
                        equal,
                        index == null);
            }
            if (next != null && next.present() && index != null) {
                return new KeyRanges(List.of(new Range(SortedIndex.FIRST, null)), 1, false);
            }
            return null;
        }

        private @Nullable Condition nextCondition() {
            boolean isUsable = equal < keys.size() && !(arrays && equal > 0);
            return isUsable ? conditions.get(keys.get(equal).getKey()) : null;
        }
    }

    private static List<byte[]> extend(
            List<byte[]> prefixes, List<@Nullable Object> values, boolean ascending) {
        List<byte[]> extended = new ArrayList<>(prefixes.size() * values.size());
        SortableBytes writer = new SortableBytes();
        for (byte[] prefix : prefixes) {
            for (Object value : values) {
                extended.add(writer.truncate(0).bytes(prefix).value(value, ascending).toArray());
            }
        }
        extended.sort(Arrays::compareUnsigned);
        List<byte[]> distinct = new ArrayList<>(extended.size());
        for (byte[] prefix : extended) {
            if (distinct.isEmpty() || !Arrays.equals(prefix, distinct.getLast())) {
                distinct.add(prefix);
            }
        }
        return distinct;
    }

    /**
     * Only values comparable with the bound, as MongoDB does it. Of a field that holds arrays one
     * bound must do: two elements may satisfy one each.
     */
    private static Range between(
            byte[] prefix, Condition condition, boolean ascending, boolean arrays) {
        Bound low = condition.low();
        Bound high = arrays && low != null ? null : condition.high();
        Bound first = ascending ? low : high;
        Bound last = ascending ? high : low;
        return new Range(
                first != null
                        ? from(prefix, first, ascending)
                        : type(prefix, Objects.requireNonNull(last), ascending),
                last != null
                        ? to(prefix, last, ascending)
                        : Key.after(type(prefix, Objects.requireNonNull(first), ascending)));
    }

    private static byte[] from(byte[] prefix, Bound bound, boolean ascending) {
        byte[] value = value(prefix, bound, ascending);
        return bound.inclusive() ? value : Key.after(value);
    }

    private static byte[] to(byte[] prefix, Bound bound, boolean ascending) {
        byte[] value = value(prefix, bound, ascending);
        return bound.inclusive() ? Key.after(value) : value;
    }

    private static byte[] value(byte[] prefix, Bound bound, boolean ascending) {
        return new SortableBytes().bytes(prefix).value(bound.value(), ascending).toArray();
    }

    private static byte[] type(byte[] prefix, Bound bound, boolean ascending) {
        return new SortableBytes().bytes(prefix).type(bound.value(), ascending).toArray();
    }
}
