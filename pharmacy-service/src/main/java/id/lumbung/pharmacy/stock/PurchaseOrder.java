package id.lumbung.pharmacy.stock;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Owned;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.annotation.Id;

/**
 * Goods that an outlet has ordered of a supplier. Written once; receipts name it in {@code of}.
 *
 * @param lines no product twice
 */
record PurchaseOrder(
        @Id UUID id,
        UUID cooperativeId,
        UUID outletId,
        String supplier,
        List<Line> lines,
        Instant at,
        Instant recordedAt)
        implements Owned {

    private static final long MAX_QUANTITY = 100_000_000;
    private static final long MAX_RUPIAH = 1_000_000_000_000L;

    /**
     * @param paid base units that are paid for
     * @param free base units that the supplier gives without payment
     * @param cost rupiah for all of them
     */
    record Line(
            @NotNull UUID productId,
            @PositiveOrZero @Max(MAX_QUANTITY) long paid,
            @PositiveOrZero @Max(MAX_QUANTITY) long free,
            @NotNull @PositiveOrZero @Max(MAX_RUPIAH) Rupiah cost) {}

    boolean isSameAs(PurchaseOrder other) {
        return new PurchaseOrder(id, cooperativeId, outletId, supplier, lines, at, other.recordedAt)
                .equals(other);
    }
}
