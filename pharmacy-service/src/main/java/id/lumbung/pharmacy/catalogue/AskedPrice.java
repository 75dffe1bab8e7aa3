package id.lumbung.pharmacy.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.lumbung.retail.catalogue.Ceiling;
import id.lumbung.retail.catalogue.Product;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What so much of a product costs on a day.
 *
 * @param quantity base units
 * @param amount rupiah by the list; left out where the list has no price for it
 * @param highest the most that may be asked (HET); left out where no ceiling is known
 * @param ceilingUnknown true where it may be sold at any price, and should be looked up
 * @param aboveCeiling true where the list asks more than is allowed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AskedPrice(
        LocalDate day,
        long quantity,
        @Nullable Long amount,
        @Nullable Long highest,
        @Nullable Boolean ceilingUnknown,
        @Nullable Boolean aboveCeiling) {

    static AskedPrice of(Product product, LocalDate day, long quantity) {
        var amount = product.prices().amountFor(quantity, day);
        var ceiling = Ceiling.on(day, product.ceilings(), CeilingFactors.ALL);
        var isAbove =
                amount.isPresent()
                        && ceiling.isPresent()
                        && !ceiling.get().allows(amount.get(), quantity);
        return new AskedPrice(
                day,
                quantity,
                amount.isEmpty() ? null : amount.get().amount(),
                ceiling.isEmpty() ? null : ceiling.get().highest(quantity).amount(),
                ceiling.isEmpty() ? Boolean.TRUE : null,
                isAbove ? Boolean.TRUE : null);
    }
}
