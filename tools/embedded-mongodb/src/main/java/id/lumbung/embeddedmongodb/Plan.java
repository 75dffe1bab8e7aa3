package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import id.lumbung.embeddedmongodb.Condition.Bound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * How one index answers one query: which ranges of its entries to read, and whether they come in
 * the order asked for.
 *
 * @param index the index, or null for the documents themselves in the order of their ids
 * @param ranges apart from one another and ascending
 * @param answered how many of the query's fields the ranges decide
 * @param byId whether each range is just one document's key
 */
record Plan(
        @Nullable SortedIndex index,
        List<Range> ranges,
        int answered,
        boolean byId,
        boolean ordered,
        boolean descending) {

    /** More combinations of values than this are not worth reading one by one. */
    private static final int MOST_RANGES = 2_000;

    /** Of more ranges than this, only so many are counted to estimate them all. */
    private static final int SAMPLE = 16;

    private static final List<IndexKey> ID = List.of(new IndexKey("_id", true));

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
     * The plan that reads the fewest documents, and among equals one that needs no sorting.
     *
     * @param limit how many documents are wanted, 0 for all
     */
    static Plan choose(
            MVMap<byte[], byte[]> documents,
            List<SortedIndex> indexes,
            Document query,
            @Nullable Document orderBy,
            int limit) {
        Map<String, Condition> conditions = Condition.of(query);
        int fields = Condition.flat(query).size();
        Plan best = byId(conditions, orderBy);
        if (best.byId || indexes.isEmpty()) {
            return best;
        }
        double least = best.cost(documents, fields, limit);
        for (SortedIndex index : indexes) {
            Plan plan = of(index, index.getKeys(), conditions, orderBy);
            if (plan != null) {
                double cost = plan.cost(index.entries(), fields, limit);
                if (cost < least) {
                    best = plan;
                    least = cost;
                }
            }
        }
        return best;
    }

    /** About how many documents this plan reads for {@code query}. */
    double reads(MVMap<byte[], byte[]> documents, Document query, int limit) {
        return byId
                ? ranges.size()
                : cost(
                        index == null ? documents : index.entries(),
                        Condition.flat(query).size(),
                        limit);
    }

    private double cost(MVMap<byte[], byte[]> entries, int fields, int limit) {
        double count = 0;
        int step = Math.max(1, ranges.size() / SAMPLE);
        for (int i = 0; i < ranges.size(); i += step) {
            Range range = ranges.get(i);
            long to = range.to == null ? entries.sizeAsLong() : rank(entries, range.to);
            count += to - (range.from == null ? 0 : rank(entries, range.from));
        }
        count *= step;
        if (ordered) {
            return limit > 0 && answered >= fields ? Math.min(limit, count) : count;
        }
        return count * 1.1;
    }

    private static long rank(MVMap<byte[], byte[]> entries, byte[] key) {
        long index = entries.getKeyIndex(key);
        return index < 0 ? -index - 1 : index;
    }

    private static Plan byId(Map<String, Condition> conditions, @Nullable Document orderBy) {
        Plan plan = of(null, ID, conditions, orderBy);
        return plan != null
                ? plan
                : order(
                        new Plan(null, List.of(new Range(null, null)), 0, false, false, false),
                        ID,
                        conditions,
                        orderBy);
    }

    private static @Nullable Plan of(
            @Nullable SortedIndex index,
            List<IndexKey> keys,
            Map<String, Condition> conditions,
            @Nullable Document orderBy) {
        boolean arrays = index != null && index.holdsArrays();
        List<byte[]> prefixes = List.of(Bytes.NONE);
        int equal = 0;
        while (equal < (arrays ? 1 : keys.size())) {
            Condition condition = conditions.get(keys.get(equal).getKey());
            List<@Nullable Object> values = condition == null ? null : condition.values();
            if (values == null
                    || (equal == 0 && index != null && values.contains(null))
                    || prefixes.size() * values.size() > MOST_RANGES) {
                break;
            }
            prefixes = extend(prefixes, values, keys.get(equal).isAscending());
            equal++;
        }
        int answered = equal;
        List<Range> ranges = new ArrayList<>(prefixes.size());
        Condition next =
                equal < keys.size() && !(arrays && equal > 0)
                        ? conditions.get(keys.get(equal).getKey())
                        : null;
        if (next != null && (next.low() != null || next.high() != null)) {
            answered++;
            for (byte[] prefix : prefixes) {
                ranges.add(between(prefix, next, keys.get(equal).isAscending(), arrays));
            }
        } else if (equal > 0) {
            for (byte[] prefix : prefixes) {
                ranges.add(new Range(prefix, Key.after(prefix)));
            }
        } else if (next != null && next.present() && index != null) {
            answered++;
            ranges.add(new Range(SortedIndex.FIRST, null));
        } else {
            return null;
        }
        return order(
                new Plan(index, ranges, answered, index == null && equal == 1, false, false),
                keys,
                conditions,
                orderBy);
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
        byte[] from;
        if (first != null) {
            byte[] value =
                    new SortableBytes().bytes(prefix).value(first.value(), ascending).toArray();
            from = first.inclusive() ? value : Key.after(value);
        } else {
            from =
                    new SortableBytes()
                            .bytes(prefix)
                            .type(Objects.requireNonNull(last).value(), ascending)
                            .toArray();
        }
        byte[] to;
        if (last != null) {
            byte[] value =
                    new SortableBytes().bytes(prefix).value(last.value(), ascending).toArray();
            to = last.inclusive() ? Key.after(value) : value;
        } else {
            to =
                    Key.after(
                            new SortableBytes()
                                    .bytes(prefix)
                                    .type(Objects.requireNonNull(first).value(), ascending)
                                    .toArray());
        }
        return new Range(from, to);
    }

    /**
     * Entries are in the order of the index's keys, then of the id; a key fixed to one value is in
     * every order.
     */
    private static Plan order(
            Plan plan,
            List<IndexKey> keys,
            Map<String, Condition> conditions,
            @Nullable Document orderBy) {
        if (orderBy == null || orderBy.isEmpty()) {
            return plan.ordered(false);
        }
        if (orderBy.containsKey("$natural")) {
            return plan.index == null
                    ? plan.ordered(((Number) orderBy.get("$natural")).intValue() < 0)
                    : plan;
        }
        if (plan.index != null && plan.index.holdsArrays()) {
            return plan;
        }
        List<IndexKey> order = new ArrayList<>(keys);
        if (plan.index != null) {
            order.addAll(ID);
        }
        List<String> fixed = new ArrayList<>();
        for (IndexKey key : order) {
            Condition condition = conditions.get(key.getKey());
            if (condition != null && condition.isOneValue()) {
                fixed.add(key.getKey());
            }
        }
        order.removeIf(key -> fixed.contains(key.getKey()));
        int at = 0;
        Boolean descending = null;
        for (Map.Entry<String, Object> sort : orderBy.entrySet()) {
            if (fixed.contains(sort.getKey())) {
                continue;
            }
            if (at == order.size() || !order.get(at).getKey().equals(sort.getKey())) {
                return plan;
            }
            boolean against =
                    order.get(at).isAscending() != ((Number) sort.getValue()).intValue() > 0;
            if (descending != null && descending != against) {
                return plan;
            }
            descending = against;
            if (order.get(at).getKey().equals("_id")) {
                break;
            }
            at++;
        }
        boolean oneAfterAnother =
                plan.index == null || plan.ranges.size() <= 1 || descending == null;
        return oneAfterAnother ? plan.ordered(descending != null && descending) : plan;
    }

    private Plan ordered(boolean backwards) {
        return new Plan(index, ranges, answered, byId, true, backwards);
    }
}
