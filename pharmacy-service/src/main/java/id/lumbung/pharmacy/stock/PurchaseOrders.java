package id.lumbung.pharmacy.stock;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import id.lumbung.backbone.mongo.DuplicateKeys;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.retail.ledger.StockAct;
import id.lumbung.retail.ledger.StockActs;
import id.lumbung.retail.stock.MovementKind;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What outlets have ordered of suppliers. */
@Component
class PurchaseOrders {

    private final MongoOperations mongo;
    private final MongoCollection<Document> orders;
    private final StockActs acts;

    PurchaseOrders(MongoOperations mongo, StockActs acts) {
        this.mongo = mongo;
        this.orders = mongo.getCollection("purchaseOrders");
        this.acts = acts;
    }

    /** Keeps an order, or finds that it is kept; refuses another under its id. */
    OrderState put(PurchaseOrder order) {
        var document = new Document();
        Actor.current().signOn(document);
        mongo.getConverter().write(order, document);
        try {
            var _ = orders.insertOne(document);
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
            if (find(order.id()).filter(order::isSameAs).isEmpty()) {
                throw StockRule.ORDER_ID_REUSED.because(
                        "Id ini sudah dipakai untuk pesanan lain. Yang tercatat tetap berlaku.",
                        "Another order is recorded under this id. What is recorded stands.");
            }
        }
        return state(order.id());
    }

    OrderState state(UUID id) {
        var order =
                find(id).filter(RequestGrant.current()::covers).orElseThrow(StockRule::noSuchOrder);
        var receipts =
                acts.answering(id).stream()
                        .filter(it -> it.kind() == MovementKind.RECEIVED)
                        .filter(it -> it.outletId().equals(order.outletId()))
                        .filter(it -> !isCancelled(it))
                        .toList();
        return OrderState.of(order, receipts);
    }

    private boolean isCancelled(StockAct receipt) {
        return acts.answering(receipt.id()).stream()
                .anyMatch(it -> it.kind() == MovementKind.RECEIPT_CANCELLED);
    }

    private Optional<PurchaseOrder> find(UUID id) {
        return Optional.ofNullable(orders.find(eq("_id", id)).first())
                .map(it -> mongo.getConverter().read(PurchaseOrder.class, it));
    }
}
