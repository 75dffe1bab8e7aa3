package id.lumbung.pharmacy.catalogue;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.retail.catalogue.Product;
import id.lumbung.retail.catalogue.ProductStore;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Where a cooperative's catalogue is changed: every change stands in the audit. */
@Component
class CatalogueDesk {

    private final ProductStore store;
    private final Products products;
    private final AuditLog audit;

    CatalogueDesk(ProductStore store, Products products, AuditLog audit) {
        this.store = store;
        this.products = products;
        this.audit = audit;
    }

    /** Enters a product, or describes one anew. Prices and ceilings stay as they are. */
    Product describe(Product described) {
        return write(
                described.cooperativeId(),
                described.id(),
                before -> {
                    var after = before.map(it -> it.describedAs(described)).orElse(described);
                    if (before.isEmpty() || !after.equals(before.get())) {
                        record("PRODUCT_DESCRIBED", after, after.code());
                    }
                    return after;
                });
    }

    /** The same for a product of many that are entered at once, with more that is said of it. */
    Product enter(Product described, UnaryOperator<Product> more) {
        return write(
                described.cooperativeId(),
                described.id(),
                before ->
                        more.apply(before.map(it -> it.describedAs(described)).orElse(described)));
    }

    /**
     * Changes one that is there.
     *
     * @throws id.lumbung.edge.problem.Refusal when it is in no catalogue of the cooperative
     */
    Product change(
            UUID cooperativeId,
            UUID id,
            String action,
            String what,
            UnaryOperator<Product> change) {
        if (store.find(id).filter(it -> it.cooperativeId().equals(cooperativeId)).isEmpty()) {
            throw MedicineRule.noSuchProduct();
        }
        return write(
                cooperativeId,
                id,
                before -> {
                    var after = change.apply(before.orElseThrow(MedicineRule::noSuchProduct));
                    if (!after.equals(before.get())) {
                        record(action, after, what);
                    }
                    return after;
                });
    }

    private Product write(
            UUID cooperativeId, UUID id, Function<Optional<Product>, Product> change) {
        var written = store.write(cooperativeId, id, change);
        products.changed(id);
        return written;
    }

    private void record(String action, Product product, String what) {
        audit.record(action, product.cooperativeId(), product.id().toString(), what);
    }
}
