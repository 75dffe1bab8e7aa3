package id.lumbung.pharmacy.discrepancy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What persons said of discrepancies. */
@Component
class Settlements {

    private final MongoOperations mongo;
    private final MongoCollection<Document> settlements;

    Settlements(MongoOperations mongo) {
        this.mongo = mongo;
        this.settlements = mongo.getCollection("discrepancySettlements");
    }

    /** Those of an outlet's discrepancies that are settled, by the discrepancy's id. */
    Map<UUID, Settlement> of(UUID cooperativeId, Collection<UUID> discrepancies) {
        var found = new HashMap<UUID, Settlement>();
        if (!discrepancies.isEmpty()) {
            settlements
                    .find(and(in("_id", discrepancies), eq("cooperativeId", cooperativeId)))
                    .map(it -> mongo.getConverter().read(Settlement.class, it))
                    .forEach(it -> found.put(it.id(), it));
        }
        return found;
    }

    void keep(Settlement settlement) {
        var document = new Document();
        mongo.getConverter().write(settlement, document);
        var own = and(eq("_id", settlement.id()), eq("cooperativeId", settlement.cooperativeId()));
        var _ = settlements.replaceOne(own, document, new ReplaceOptions().upsert(true));
    }
}
