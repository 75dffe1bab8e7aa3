package id.lumbung.retail.catalogue;

import id.lumbung.backbone.money.Rupiah;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a pack of a product costs the customer from a date on.
 *
 * @param units base units in the pack that has this price; 1 for the base unit itself
 * @param amount rupiah for the whole pack
 * @param from the first day, by the shop's calendar
 * @param until the last day; null where it holds until another price begins
 */
public record DatedPrice(long units, Rupiah amount, LocalDate from, @Nullable LocalDate until) {

    public DatedPrice {
        if (units < 1 || amount.isNegative()) {
            throw new IllegalArgumentException("No price: %s for %d".formatted(amount, units));
        }
        if (until != null && until.isBefore(from)) {
            throw CatalogueRule.PRICE_ENDS_BEFORE_IT_BEGINS.because(
                    "Harga berakhir (%s) sebelum berlaku (%s).".formatted(until, from),
                    "The price ends (%s) before it begins (%s).".formatted(until, from));
        }
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether a day would have two prices for the same pack if this one came after the other. */
    boolean meets(DatedPrice other) {
        if (units != other.units) {
            return false;
        }
        if (until == null) {
            return other.from.equals(from) || (other.until != null && other.holdsOn(from));
        }
        return !other.from.isAfter(until) && (other.until == null || !other.until.isBefore(from));
    }

    @Override
    public String toString() {
        return "%s/%d %s..%s".formatted(amount, units, from, until == null ? "" : until);
    }
}
