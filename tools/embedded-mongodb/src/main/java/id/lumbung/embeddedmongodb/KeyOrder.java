package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the entries of an index are ordered by, compared with the order asked for. */
final class KeyOrder {

    /** What documents without an index of their own are ordered by, and entries that are equal. */
    private static final IndexKey ID = new IndexKey("_id", true);

    private final List<IndexKey> keys;

    /**
     * @param index null for the documents themselves
     * @param fixed the fields that have one value in all entries read, so they are in every order
     */
    KeyOrder(@Nullable SortedIndex index, Set<String> fixed) {
        keys = new ArrayList<>(index == null ? List.of() : index.getKeys());
        keys.add(ID);
        keys.removeIf(key -> fixed.contains(key.getKey()));
    }

    EntryOrder compare(List<Map.Entry<String, Object>> asked) {
        EntryOrder order = null;
        for (int i = 0; i < asked.size(); i++) {
            if (i == keys.size() || !keys.get(i).getKey().equals(asked.get(i).getKey())) {
                return EntryOrder.UNSORTED;
            }
            boolean isAscending = EntryOrder.isAscending(asked.get(i).getValue());
            EntryOrder needed = EntryOrder.direction(keys.get(i).isAscending() != isAscending);
            if (order != null && order != needed) {
                return EntryOrder.UNSORTED;
            }
            order = needed;
            if (keys.get(i).getKey().equals(ID.getKey())) {
                return order;
            }
        }
        return order == null ? EntryOrder.FORWARDS : order;
    }
}
