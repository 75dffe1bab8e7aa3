package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.money.Rupiah;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/** How so much of a sale was paid. */
public record Payment(
        @NotNull Method method, @NotNull @PositiveOrZero @Max(Sale.MAX_RUPIAH) Rupiah amount) {

    /** The ways to pay. */
    public enum Method {
        CASH,
        QRIS,
        TRANSFER,
        /** Not paid yet. */
        LATER
    }
}
