package id.lumbung.pharmacy.catalogue;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Owned;
import id.lumbung.pharmacy.licence.OutletDay;
import id.lumbung.retail.catalogue.CeilingPrice;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the highest price of a product is reckoned from.
 *
 * @param amount rupiah for the pack: the list price with value added tax (HNA + PPN)
 * @param units base units in that pack
 * @param fixed true where the amount is the ceiling itself, as the state's table of generics has it
 */
record CeilingRequest(
        @NotNull UUID cooperativeId,
        @NotNull @PositiveOrZero @Max(PriceRequest.MAX_RUPIAH) Rupiah amount,
        @Positive @Max(1_000_000) long units,
        @Nullable Boolean fixed)
        implements Owned {

    CeilingPrice price(LocalDate from) {
        return new CeilingPrice(OutletDay.require(from), amount, units, Boolean.TRUE.equals(fixed));
    }
}
