package id.lumbung.retail.catalogue;

import java.util.List;
import java.util.Locale;

/**
 * How the base units of a product are packed, from the smallest pack to the largest. Each holds a
 * whole number of the one before it, so every quantity is whole packs and a rest of base units.
 *
 * @param baseUnit the smallest thing that is handed over, such as {@code tablet} or {@code kg}
 */
public record Packs(String baseUnit, List<Pack> packs) {

    private static final int MAX_PACKS = 6;

    public Packs {
        packs = List.copyOf(packs);
        if (baseUnit.isBlank() || packs.size() > MAX_PACKS) {
            throw new IllegalArgumentException(
                    "No base unit, or more than %d packs".formatted(MAX_PACKS));
        }
        var inner = new Pack(baseUnit, 1);
        for (var pack : packs) {
            pack.requireWhole(inner);
            inner = pack;
        }
    }

    /** A product that is only ever handled by its base unit. */
    public static Packs single(String baseUnit) {
        return new Packs(baseUnit, List.of());
    }

    /**
     * Reads what people write: {@code 2 box 3 strip 4}, where a number without a pack is base
     * units.
     *
     * @return base units
     */
    public long parse(String text) {
        return new QuantityText(this).parse(text);
    }

    /** A quantity of base units in packs, the largest first: {@code 2 box 3 strip 4}. */
    public String print(long quantity) {
        return new QuantityText(this).print(quantity);
    }

    /**
     * How many base units a pack holds; zero where the product has no such pack.
     *
     * @param name of a pack or of the base unit, in any case
     */
    public long unitsOf(String name) {
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        if (wanted.equals(baseUnit.toLowerCase(Locale.ROOT))) {
            return 1;
        }
        return packs.stream()
                .filter(pack -> pack.name().toLowerCase(Locale.ROOT).equals(wanted))
                .mapToLong(Pack::units)
                .findAny()
                .orElse(0);
    }
}
