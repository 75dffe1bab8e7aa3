package id.lumbung.pharmacy.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.lumbung.backbone.security.Owned;
import id.lumbung.retail.catalogue.Barcode;
import id.lumbung.retail.catalogue.CeilingPrice;
import id.lumbung.retail.catalogue.DatedPrice;
import id.lumbung.retail.catalogue.Pack;
import id.lumbung.retail.catalogue.Product;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as it stands in the catalogue.
 *
 * @param packs from the smallest to the largest, in base units
 * @param barcodes each as 14 digits
 * @param prices of packs of so many base units, by date
 * @param ceilings what the highest price is reckoned from, by date
 * @param notForSale true for stock of a programme; else left out
 * @param version counts the changes, from 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProductView(
        UUID id,
        UUID cooperativeId,
        String code,
        String name,
        String baseUnit,
        List<Pack> packs,
        List<String> barcodes,
        List<Price> prices,
        List<Ceiling> ceilings,
        @Nullable Boolean notForSale,
        MedicineTraits medicine,
        long version,
        Instant changedAt)
        implements Owned {

    /** A price of a pack, by date; without an end until another begins. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Price(long units, long amount, LocalDate from, @Nullable LocalDate until) {

        private static Price of(DatedPrice price) {
            return new Price(price.units(), price.amount().amount(), price.from(), price.until());
        }
    }

    /**
     * @param fixed whether the amount is the ceiling itself; else the state's factor makes it
     */
    record Ceiling(LocalDate from, long amount, long units, boolean fixed) {

        private static Ceiling of(CeilingPrice price) {
            return new Ceiling(
                    price.from(), price.amount().amount(), price.units(), price.isFixed());
        }
    }

    static ProductView of(Product product) {
        return new ProductView(
                product.id(),
                product.cooperativeId(),
                product.code(),
                product.name(),
                product.packs().baseUnit(),
                product.packs().packs(),
                product.barcodes().stream().map(Barcode::gtin).toList(),
                product.prices().prices().stream().map(Price::of).toList(),
                product.ceilings().stream().map(Ceiling::of).toList(),
                product.isSold() ? null : Boolean.TRUE,
                MedicineTraits.of(new Medicine(product)),
                product.version(),
                product.changedAt());
    }
}
