package id.lumbung.retail.catalogue;

import id.lumbung.backbone.money.Rupiah;
import java.time.LocalDate;

/**
 * What the ceiling of a product is reckoned from, from a date on.
 *
 * @param amount rupiah for the pack
 * @param units base units in that pack
 * @param isFixed whether the amount is the ceiling itself, as a table of the state fixes it; else
 *     it is a list price, and the rule's factor makes the ceiling of it
 */
public record CeilingPrice(LocalDate from, Rupiah amount, long units, boolean isFixed) {

    public CeilingPrice {
        if (units < 1 || amount.isNegative()) {
            throw new IllegalArgumentException("No ceiling: %s for %d".formatted(amount, units));
        }
    }
}
