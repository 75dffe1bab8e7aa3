package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
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
        return index != null && severalRanges
                ? UNSORTED
                : new KeyOrder(index, fixed).compare(asked);
    }

    static boolean isAscending(@Nullable Object direction) {
        return direction instanceof Number number && number.intValue() > 0;
    }

    static EntryOrder direction(boolean backwards) {
        return backwards ? BACKWARDS : FORWARDS;
    }
}
