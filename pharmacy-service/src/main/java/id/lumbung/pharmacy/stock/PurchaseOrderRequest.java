package id.lumbung.pharmacy.stock;

import id.lumbung.backbone.security.Owned;
import id.lumbung.edge.json.Bounded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What an outlet orders. */
record PurchaseOrderRequest(
        @NotNull UUID cooperativeId,
        @NotNull UUID outletId,
        @NotBlank @Size(max = 100) String supplier,
        @NotEmpty @Size(max = MAX_LINES) List<PurchaseOrder.@NotNull @Valid Line> lines,
        @NotNull Instant at)
        implements Owned {

    private static final int MAX_LINES = 200;

    PurchaseOrderRequest {
        lines = Bounded.list(lines, MAX_LINES);
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when a product stands in it twice
     */
    PurchaseOrder order(UUID id, Instant now) {
        var products = lines.stream().map(PurchaseOrder.Line::productId).distinct().count();
        if (products < lines.size()) {
            throw StockRule.PRODUCT_TWICE.because(
                    "Tulis setiap produk sekali saja dalam satu pesanan.",
                    "Let each product stand in an order once.");
        }
        return new PurchaseOrder(
                id,
                cooperativeId,
                outletId,
                supplier.strip(),
                List.copyOf(lines),
                at.truncatedTo(ChronoUnit.MILLIS),
                now);
    }
}
