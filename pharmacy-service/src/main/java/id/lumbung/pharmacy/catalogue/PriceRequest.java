package id.lumbung.pharmacy.catalogue;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Owned;
import id.lumbung.pharmacy.licence.OutletDay;
import id.lumbung.retail.catalogue.DatedPrice;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price from a date on.
 *
 * @param units base units in the pack that has it; 1 for a single one
 * @param amount rupiah for the whole pack
 * @param until the last day; left out where it holds until another begins
 * @param corrects the amount that stands from this date on, where that was a slip
 */
record PriceRequest(
        @NotNull UUID cooperativeId,
        @Positive @Max(1_000_000) long units,
        @NotNull @PositiveOrZero @Max(MAX_RUPIAH) Rupiah amount,
        @Nullable LocalDate until,
        @Nullable @PositiveOrZero @Max(MAX_RUPIAH) Rupiah corrects)
        implements Owned {

    static final long MAX_RUPIAH = 1_000_000_000_000L;

    DatedPrice price(LocalDate from) {
        return new DatedPrice(
                units,
                amount,
                OutletDay.require(from),
                until == null ? null : OutletDay.require(until));
    }
}
