package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
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

    /** What sorting adds to the cost of a document read. */
    private static final double SORTED = 1.1;

    static Plan of(
            @Nullable SortedIndex index,
            KeyRanges keys,
            Map<String, Condition> conditions,
            @Nullable Document orderBy) {
        boolean several = keys.ranges().size() > 1;
        return new Plan(index, keys, EntryOrder.of(index, several, conditions, orderBy));
    }

    List<KeyRange> ranges() {
        return keys.ranges();
    }

    List<KeyRange> rangesInOrder() {
        return backwards() ? ranges().reversed() : ranges();
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
        return byId() ? ranges().size() : cost(documents, QueryFields.of(query).size(), limit);
    }

    /**
     * The documents it reads, and a tenth more if they have to be sorted.
     *
     * @param fields how many fields the query asks about
     * @param limit how many documents are wanted, 0 for all
     */
    double cost(MVMap<byte[], byte[]> documents, int fields, int limit) {
        double count = EntryCount.of(ranges(), index == null ? documents : index.entries());
        if (!sorted()) {
            return count * SORTED;
        }
        return limit > 0 && keys.answered() >= fields ? Math.min(limit, count) : count;
    }
}
