package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How entries of an index have to be read to come in the order a query asks for, if they can. */
enum EntryOrder {
    FORWARDS,
    BACKWARDS,

    /** In whichever order they are read, the documents have to be sorted. */
    UNSORTED;

    /** What documents without an index of their own are ordered by, and entries that are equal. */
    private static final IndexKey ID = new IndexKey("_id", true);

    /**
     * @param index null for the documents themselves
     * @param severalRanges whether more than one range of the index is read
     */
    static EntryOrder of(
            @Nullable SortedIndex index,
            boolean severalRanges,
            Map<String, Condition> conditions,
            @Nullable Document orderBy) {
        if (orderBy == null || orderBy.isEmpty()) {
            return FORWARDS;
        }
        if (orderBy.containsKey("$natural")) {
            return index == null ? direction(!isAscending(orderBy.get("$natural"))) : UNSORTED;
        }
        if (index != null && index.holdsArrays()) {
            return UNSORTED;
        }
        Set<String> fixed =
                conditions.entrySet().stream()
                        .filter(condition -> condition.getValue().isOneValue())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        List<Map.Entry<String, Object>> asked =
                orderBy.entrySet().stream()
                        .filter(field -> !fixed.contains(field.getKey()))
                        .toList();
        if (asked.isEmpty()) {
            return FORWARDS;
        }
        return index != null && severalRanges ? UNSORTED : compare(keys(index, fixed), asked);
    }

    /** The keys that entries are ordered by; one that is fixed to a value is in every order. */
    private static List<IndexKey> keys(@Nullable SortedIndex index, Set<String> fixed) {
        List<IndexKey> keys = new ArrayList<>(index == null ? List.of() : index.getKeys());
        keys.add(ID);
        keys.removeIf(key -> fixed.contains(key.getKey()));
        return keys;
    }

    private static EntryOrder compare(List<IndexKey> keys, List<Map.Entry<String, Object>> asked) {
        EntryOrder order = null;
        for (int i = 0; i < asked.size(); i++) {
            if (i == keys.size() || !keys.get(i).getKey().equals(asked.get(i).getKey())) {
                return UNSORTED;
            }
            EntryOrder needed =
                    direction(keys.get(i).isAscending() != isAscending(asked.get(i).getValue()));
            if (order != null && order != needed) {
                return UNSORTED;
            }
            order = needed;
            if (keys.get(i).getKey().equals(ID.getKey())) {
                return order;
            }
        }
        return order == null ? FORWARDS : order;
    }

    private static boolean isAscending(@Nullable Object direction) {
        return direction instanceof Number number && number.intValue() > 0;
    }

    private static EntryOrder direction(boolean backwards) {
        return backwards ? BACKWARDS : FORWARDS;
    }
}
