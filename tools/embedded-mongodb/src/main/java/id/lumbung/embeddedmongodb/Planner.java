package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Chooses the index that answers a query with the least work. */
final class Planner {

    private static final List<IndexKey> ID = List.of(new IndexKey("_id", true));

    private Planner() {}

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
        Map<String, Condition> conditions = QueryFields.conditions(query);
        int fields = QueryFields.of(query).size();
        KeyRanges ids = KeyRanges.of(null, ID, conditions);
        Plan best = Plan.of(null, ids == null ? KeyRanges.EVERYTHING : ids, conditions, orderBy);
        if (best.byId() || indexes.isEmpty()) {
            return best;
        }
        double lowest = best.cost(documents, fields, limit);
        for (SortedIndex index : indexes) {
            KeyRanges keys = KeyRanges.of(index, index.getKeys(), conditions);
            if (keys != null) {
                Plan plan = Plan.of(index, keys, conditions, orderBy);
                double cost = plan.cost(documents, fields, limit);
                if (cost < lowest) {
                    best = plan;
                    lowest = cost;
                }
            }
        }
        return best;
    }
}
