package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.pharmacy.catalogue.Medicine;
import id.lumbung.pharmacy.catalogue.Products;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Narcotics and psychotropics leave no shop without a line of the audit. */
@Component
class ControlledSales {

    private final FactStore<Sale> sales;
    private final Products products;
    private final AuditLog audit;

    ControlledSales(FactStore<Sale> sales, Products products, AuditLog audit) {
        this.sales = sales;
        this.products = products;
        this.audit = audit;
    }

    /** Writes down that a sale of such medicines is about to be recorded, where it is not yet. */
    void record(Sale sale) {
        if (sale.stock() != null && isControlled(sale) && sales.find(sale.id()).isEmpty()) {
            audit.record(
                    "CONTROLLED_MEDICINE_SOLD", sale.cooperativeId(), sale.id().toString(), null);
        }
    }

    private boolean isControlled(Sale sale) {
        return sale.lines().stream()
                .map(SaleLine::productId)
                .filter(Objects::nonNull)
                .map(id -> products.find(sale.cooperativeId(), id))
                .flatMap(Optional::stream)
                .anyMatch(it -> new Medicine(it).medicineClass().isControlled());
    }
}
