package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out the {@link KeyRanges} of one index for one query. */
final class RangeSearch {

    private final @Nullable SortedIndex index;
    private final boolean arrays;
    private final List<IndexKey> keys;
    private final Map<String, Condition> conditions;
    private KeyPrefixes prefixes = KeyPrefixes.ANY;

    /** The keys that stand in the prefixes. */
    private int equal;

    RangeSearch(
            @Nullable SortedIndex index, List<IndexKey> keys, Map<String, Condition> conditions) {
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
            if (values == null || !prefixes.canBeFollowedBy(values)) {
                return;
            }
            prefixes = prefixes.followedBy(values, key.isAscending());
            equal++;
        }
    }

    private @Nullable List<@Nullable Object> valuesOf(IndexKey key) {
        Condition condition = conditions.get(key.getKey());
        List<@Nullable Object> values = condition == null ? null : condition.values();
        boolean hasNoEntry = values != null && equal == 0 && index != null && values.contains(null);
        return hasNoEntry ? null : values;
    }

    @Nullable KeyRanges ranges() {
        boolean isNextUsable = equal < keys.size() && !(arrays && equal > 0);
        Condition next = isNextUsable ? conditions.get(keys.get(equal).getKey()) : null;
        if (next != null && next.isBounded()) {
            boolean ascending = keys.get(equal).isAscending();
            return new KeyRanges(prefixes.ranges(next, ascending, arrays), equal + 1, false);
        }
        if (equal > 0) {
            return new KeyRanges(prefixes.ranges(), equal, index == null);
        }
        return next != null && next.present() && index != null
                ? new KeyRanges(List.of(new KeyRange(SortedIndex.FIRST, null)), 1, false)
                : null;
    }
}
