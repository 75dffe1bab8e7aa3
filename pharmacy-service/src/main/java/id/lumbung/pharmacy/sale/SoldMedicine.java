package id.lumbung.pharmacy.sale;

import id.lumbung.pharmacy.catalogue.Medicine;
import id.lumbung.pharmacy.licence.Capability;
import id.lumbung.retail.catalogue.Product;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A line of a sale, and what its rules are asked of.
 *
 * @param place of the line, from 0
 * @param day by the outlet's calendar
 * @param capability of the outlet on that day
 */
record SoldMedicine(Sale sale, int place, Product product, LocalDate day, Capability capability) {

    SaleLine line() {
        return sale.lines().get(place);
    }

    Medicine medicine() {
        return new Medicine(product);
    }

    Grounds grounds() {
        return Objects.requireNonNullElse(sale.grounds(), Grounds.NONE);
    }

    /** Base units of the product in all lines of the sale. */
    long quantity() {
        return sale.lines().stream()
                .filter(it -> product.id().equals(it.productId()))
                .mapToLong(SaleLine::quantity)
                .sum();
    }
}
