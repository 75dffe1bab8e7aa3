package id.lumbung.retail.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import id.lumbung.backbone.mongo.DuplicateKeys;
import id.lumbung.backbone.security.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** The acts on stock that are written, each signed by who wrote it. */
final class StockActStore {

    private static final String SOLE = "sole";

    private final MongoOperations mongo;
    private final MongoCollection<Document> acts;

    StockActStore(MongoOperations mongo) {
        this.mongo = mongo;
        this.acts = mongo.getCollection(StockActs.COLLECTION);
        var once = new IndexOptions().unique(true).sparse(true);
        var _ = acts.createIndex(Indexes.ascending(SOLE), once);
        var _ = acts.createIndex(Indexes.ascending("stock.limits"), once);
        var _ = acts.createIndex(Indexes.ascending("outletId", "at"));
        var _ = acts.createIndex(Indexes.ascending("lines.productId"));
        var _ = acts.createIndex(Indexes.ascending("details.of"));
    }

    Optional<StockAct> find(UUID id) {
        return Optional.ofNullable(acts.find(eq("_id", id)).first()).map(this::read);
    }

    List<StockAct> between(UUID outletId, Instant from, Instant until) {
        return acts.find(
                        and(
                                eq("outletId", outletId),
                                gte("at", Date.from(from)),
                                lt("at", Date.from(until))))
                .sort(Sorts.ascending("at"))
                .map(this::read)
                .into(new ArrayList<>());
    }

    List<StockAct> answering(UUID of) {
        return acts.find(eq("details.of", of)).map(this::read).into(new ArrayList<>());
    }

    Set<UUID> products(UUID outletId) {
        return acts.distinct("lines.productId", eq("outletId", outletId), UUID.class)
                .into(new TreeSet<>());
    }

    Set<UUID> outlets(UUID cooperativeId, UUID productId) {
        var ofProduct = and(eq("lines.productId", productId), eq("cooperativeId", cooperativeId));
        return acts.distinct("outletId", ofProduct, UUID.class).into(new TreeSet<>());
    }

    boolean isTaken(String sole) {
        return acts.find(eq(SOLE, sole)).first() != null;
    }

    private StockAct read(Document document) {
        return mongo.getConverter().read(StockAct.class, document);
    }

    /** Whether it was written; not where its id, or a number it takes on a card, is taken. */
    boolean insert(StockAct act) {
        var document = new Document();
        Actor.current().signOn(document);
        mongo.getConverter().write(act, document);
        act.sole().ifPresent(sole -> document.put(SOLE, sole));
        try {
            var _ = acts.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
            return false;
        }
    }
}
