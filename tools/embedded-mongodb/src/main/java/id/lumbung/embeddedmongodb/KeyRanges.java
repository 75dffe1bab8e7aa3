package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of an index's entries that a query has to read.
 *
 * @param ranges apart from one another and ascending
 * @param answered how many of the query's fields the ranges decide
 * @param byId whether each range is just one document's key
 */
record KeyRanges(List<KeyRange> ranges, int answered, boolean byId) {

    static final KeyRanges EVERYTHING = new KeyRanges(List.of(new KeyRange(null, null)), 0, false);

    /**
     * What {@code conditions} leave of an index: its first keys that may have some values only,
     * then one key that lies between two bounds.
     *
     * @param index null for the documents themselves, whose only key is the id
     * @return null if the conditions shut nothing out
     */
    static @Nullable KeyRanges of(
            @Nullable SortedIndex index, List<IndexKey> keys, Map<String, Condition> conditions) {
        RangeSearch search = new RangeSearch(index, keys, conditions);
        search.takeEqualKeys();
        return search.ranges();
    }
}
