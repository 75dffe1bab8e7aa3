package id.lumbung.retail.ledger;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import id.lumbung.backbone.mongo.DuplicateKeys;
import id.lumbung.backbone.security.Actor;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** The acts on stock that are written, each signed by who wrote it. */
final class StockActStore {

    private final MongoOperations mongo;

    StockActStore(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Optional<StockAct> find(UUID id) {
        return Optional.ofNullable(
                        mongo.getCollection(StockActs.COLLECTION).find(eq("_id", id)).first())
                .map(document -> mongo.getConverter().read(StockAct.class, document));
    }

    /** Whether it was written; not where its id, or a number it takes on a card, is taken. */
    boolean insert(StockAct act) {
        var document = new Document();
        Actor.current().signOn(document);
        mongo.getConverter().write(act, document);
        try {
            var _ = mongo.getCollection(StockActs.COLLECTION).insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
            return false;
        }
    }
}
