package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.fact.FactStore;
import id.lumbung.edge.problem.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Where a sale is recorded. One that is about to be made is refused where it breaks a rule; one
 * that was made without a line is recorded as it happened. A sale of free text alone asks nothing
 * of catalogue or stock.
 */
@Component
class SaleDesk {

    private final FactStore<Sale> sales;
    private final SaleRules rules;
    private final StockRules stockRules;
    private final TakenStock taken;
    private final ControlledSales controlled;

    SaleDesk(
            FactStore<Sale> sales,
            SaleRules rules,
            StockRules stockRules,
            TakenStock taken,
            ControlledSales controlled) {
        this.sales = sales;
        this.rules = rules;
        this.stockRules = stockRules;
        this.taken = taken;
        this.controlled = controlled;
    }

    /**
     * @throws Refusal when it breaks a rule, and was neither made without a line nor is recorded
     */
    Sale sell(UUID id, SaleRequest request) {
        var sale = request.sale(id, sales.now());
        if (sale.stock() == null) {
            return sales.put(sale);
        }
        sales.requireTimeAndOutlet(sale);
        if (!request.isOffline()) {
            requireRules(sale);
        }
        controlled.record(sale);
        var recorded = sales.tryPut(sale);
        taken.record(recorded);
        return switch (recorded.outcome()) {
            case ACCEPTED, DUPLICATE -> recorded.stored();
            case CONFLICT, OVERTAKEN -> throw sales.idReused(recorded.stored(), sale);
        };
    }

    /** What is recorded already is no longer judged: it is the same sale, or no sale at all. */
    private void requireRules(Sale sale) {
        try {
            rules.require(sale);
            stockRules.require(sale);
        } catch (Refusal refusal) {
            if (sales.find(sale.id()).isEmpty()) {
                throw refusal;
            }
        }
    }
}
