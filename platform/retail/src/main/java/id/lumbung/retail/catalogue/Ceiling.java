package id.lumbung.retail.catalogue;

import id.lumbung.backbone.money.Rupiah;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The most that goods may be sold for, as an exact fraction of a rupiah for each base unit. No
 * price of a unit is ever rounded: a unit price rounded down would refuse a lawful box, one rounded
 * up would let an unlawful box pass.
 */
public record Ceiling(BigInteger numerator, BigInteger denominator) {

    /**
     * The ceiling of a day.
     *
     * @param prices the product's, in any order
     * @param factors the state's rule through the years, in any order
     * @return empty where no ceiling is known for that day: the sale is allowed, and reported
     */
    public static Optional<Ceiling> on(
            LocalDate day, Collection<CeilingPrice> prices, Collection<CeilingFactor> factors) {
        var price =
                prices.stream()
                        .filter(it -> !it.from().isAfter(day))
                        .max(Comparator.comparing(CeilingPrice::from));
        if (price.isEmpty() || price.get().isFixed()) {
            return price.map(it -> of(it, 1, 1));
        }
        return factors.stream()
                .filter(it -> !it.from().isAfter(day))
                .max(Comparator.comparing(CeilingFactor::from))
                .map(it -> of(price.get(), it.numerator(), it.denominator()));
    }

    private static Ceiling of(CeilingPrice price, long numerator, long denominator) {
        return new Ceiling(
                BigInteger.valueOf(price.amount().amount()).multiply(BigInteger.valueOf(numerator)),
                BigInteger.valueOf(price.units()).multiply(BigInteger.valueOf(denominator)));
    }

    /**
     * @param quantity base units
     */
    public boolean allows(Rupiah amount, long quantity) {
        return BigInteger.valueOf(amount.amount())
                        .multiply(denominator)
                        .compareTo(numerator.multiply(BigInteger.valueOf(quantity)))
                <= 0;
    }

    /** The most that so many base units may be sold for, in whole rupiah. */
    public Rupiah highest(long quantity) {
        return Rupiah.of(
                numerator
                        .multiply(BigInteger.valueOf(quantity))
                        .divide(denominator)
                        .longValueExact());
    }
}
