package id.lumbung.pharmacy.returns;

import id.lumbung.pharmacy.sale.Sale;
import id.lumbung.retail.ledger.StockAct;
import id.lumbung.retail.ledger.StockPosting;
import id.lumbung.retail.stock.Movement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a return puts into quarantine: goods of the catalogue, by the line they were sold in. */
final class ReturnedGoods {

    private ReturnedGoods() {}

    /** Null where the sale named no product. */
    static @Nullable StockPosting posting(
            UUID id, Sale sale, ReturnRequest request, Instant recordedAt) {
        var moved = new ArrayList<StockPosting.Moved>();
        for (var i = 0; i < request.lines().size(); i++) {
            var line = request.lines().get(i);
            var product = productOrNull(sale, line.line());
            if (product != null) {
                var movement =
                        Movement.returned(
                                StockAct.movementId(id, i),
                                sale.movementId(line.line()),
                                sale.at(),
                                line.quantity(),
                                request.at().truncatedTo(ChronoUnit.MILLIS));
                moved.add(new StockPosting.Moved(product, movement));
            }
        }
        return moved.isEmpty() ? null : posting(request.outletId(), recordedAt, moved);
    }

    private static StockPosting posting(
            UUID outletId, Instant recordedAt, List<StockPosting.Moved> moved) {
        return StockPosting.of(outletId, recordedAt, moved).recorded(outletId, recordedAt);
    }

    private static @Nullable UUID productOrNull(Sale sale, int line) {
        return line < sale.lines().size() ? sale.lines().get(line).productId() : null;
    }
}
