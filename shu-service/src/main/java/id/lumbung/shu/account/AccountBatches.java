package id.lumbung.shu.account;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Compares computed documents with stored ones, some at a time. */
final class AccountBatches {

    /** Named one by one where accounts do not agree with the journal. */
    static final int MAX_DIFFERENCES = 100;

    private static final int BATCH_SIZE = 500;

    private record Computed(UUID owner, Document document) {}

    private final MongoCollection<Document> stored;
    private final Map<UUID, Computed> batch = new HashMap<>();
    private final Set<UUID> differing = new LinkedHashSet<>();
    private long computed;

    AccountBatches(MongoCollection<Document> stored) {
        this.stored = stored;
    }

    void add(UUID owner, Document document) {
        computed++;
        batch.put(document.get("_id", UUID.class), new Computed(owner, document));
        if (batch.size() == BATCH_SIZE) {
            compare();
        }
    }

    private void compare() {
        for (var document : stored.find(in("_id", batch.keySet()))) {
            var id = document.get("_id", UUID.class);
            var ours = batch.get(id);
            if (ours != null && document.equals(ours.document())) {
                var _ = batch.remove(id);
            }
        }
        for (var left : batch.values()) {
            if (differing.size() < MAX_DIFFERENCES) {
                var _ = differing.add(left.owner());
            }
        }
        batch.clear();
    }

    /** What is stored beyond what was computed differs, too. */
    void finish(UUID cooperativeId, Bson inForce) {
        compare();
        var count = 0L;
        for (var _ : stored.find(inForce).projection(Projections.include("_id"))) {
            count++;
        }
        if (count != computed) {
            var _ = differing.add(cooperativeId);
        }
    }

    long computed() {
        return computed;
    }

    Set<UUID> differing() {
        return differing;
    }
}
