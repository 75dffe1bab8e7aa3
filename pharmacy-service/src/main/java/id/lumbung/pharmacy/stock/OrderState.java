package id.lumbung.pharmacy.stock;

import id.lumbung.retail.ledger.StockAct;
import id.lumbung.retail.ledger.StockLine;
import java.util.List;
import java.util.UUID;

/** An order and what is still to be received of it: paid and free goods each for themselves. */
record OrderState(PurchaseOrder order, List<Open> open) {

    /**
     * What is still to come of one product, in base units; less than nothing where more came than
     * was ordered.
     */
    record Open(UUID productId, long paid, long free) {}

    /**
     * @param receipts that name the order, without those that were cancelled
     */
    static OrderState of(PurchaseOrder order, List<StockAct> receipts) {
        var lines = receipts.stream().flatMap(it -> it.lines().stream()).toList();
        var open = order.lines().stream().map(line -> open(line, lines)).toList();
        return new OrderState(order, open);
    }

    private static Open open(PurchaseOrder.Line line, List<StockLine> received) {
        var all = 0L;
        var free = 0L;
        for (var it : received) {
            if (it.productId().equals(line.productId())) {
                all += it.quantity();
                free += it.free();
            }
        }
        return new Open(line.productId(), line.paid() - (all - free), line.free() - free);
    }
}
