package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import id.lumbung.embeddedmongodb.KeyRanges.Range;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * How one index answers one query: which ranges of its entries to read, and whether they come in
 * the order asked for.
 *
 * @param index the index, or null for the documents themselves in the order of their ids
 */
record Plan(@Nullable SortedIndex index, KeyRanges keys, EntryOrder order) {

    /** Of more ranges than this, only so many are counted to estimate them all. */
    private static final int SAMPLE = 16;

    /** What sorting adds to the cost of a document read. */
    private static final double SORTED = 1.1;

    private static final List<IndexKey> ID = List.of(new IndexKey("_id", true));

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
        KeyRanges ids = KeyRanges.of(null, ID, conditions);
        Plan best = of(null, ids == null ? KeyRanges.EVERYTHING : ids, conditions, orderBy);
        if (best.byId() || indexes.isEmpty()) {
            return best;
        }
        double lowest = best.cost(documents, fields, limit);
        for (SortedIndex index : indexes) {
            KeyRanges keys = KeyRanges.of(index, index.getKeys(), conditions);
            if (keys != null) {
                Plan plan = of(index, keys, conditions, orderBy);
                double cost = plan.cost(index.entries(), fields, limit);
                if (cost < lowest) {
                    best = plan;
                    lowest = cost;
                }
            }
        }
        return best;
    }

    private static Plan of(
            @Nullable SortedIndex index,
            KeyRanges keys,
            Map<String, Condition> conditions,
            @Nullable Document orderBy) {
        boolean several = keys.ranges().size() > 1;
        return new Plan(index, keys, EntryOrder.of(index, several, conditions, orderBy));
    }

    List<Range> ranges() {
        return keys.ranges();
    }

    /** Whether each range is just one document's key. */
    boolean byId() {
        return keys.byId();
    }

    /** Whether the documents come in the order asked for. */
    boolean sorted() {
        return order != EntryOrder.UNSORTED;
    }

    boolean backwards() {
        return order == EntryOrder.BACKWARDS;
    }

    /** About how many documents this plan reads for {@code query}. */
    double reads(MVMap<byte[], byte[]> documents, Document query, int limit) {
        return byId()
                ? ranges().size()
                : cost(
                        index == null ? documents : index.entries(),
                        Condition.flat(query).size(),
                        limit);
    }

    private double cost(MVMap<byte[], byte[]> entries, int fields, int limit) {
        double count = count(entries);
        if (!sorted()) {
            return count * SORTED;
        }
        return limit > 0 && keys.answered() >= fields ? Math.min(limit, count) : count;
    }

    private double count(MVMap<byte[], byte[]> entries) {
        double count = 0;
        int step = Math.max(1, ranges().size() / SAMPLE);
        for (int i = 0; i < ranges().size(); i += step) {
            Range range = ranges().get(i);
            long to = range.to() == null ? entries.sizeAsLong() : rank(entries, range.to());
            count += to - (range.from() == null ? 0 : rank(entries, range.from()));
        }
        return count * step;
    }

    private static long rank(MVMap<byte[], byte[]> entries, byte[] key) {
        long index = entries.getKeyIndex(key);
        return index < 0 ? -index - 1 : index;
    }
}
