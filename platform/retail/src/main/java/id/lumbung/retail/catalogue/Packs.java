package id.lumbung.retail.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

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
            requireWhole(inner, pack);
            inner = pack;
        }
    }

    /** A product that is only ever handled by its base unit. */
    public static Packs single(String baseUnit) {
        return new Packs(baseUnit, List.of());
    }

    private static void requireWhole(Pack inner, Pack outer) {
        if (outer.units() % inner.units() != 0) {
            throw CatalogueRule.PACK_NOT_A_MULTIPLE.because(
                    "%s berisi %d, bukan kelipatan dari %s (%d). Periksa isi kemasan."
                            .formatted(outer.name(), outer.units(), inner.name(), inner.units()),
                    "%s holds %d, which is no multiple of %s (%d). Check the packs."
                            .formatted(outer.name(), outer.units(), inner.name(), inner.units()),
                    Map.of("pack", outer.name(), "units", outer.units(), "inner", inner.units()));
        }
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
        if (quantity < 0) {
            throw new IllegalArgumentException("A negative quantity: " + quantity);
        }
        var text = new StringBuilder();
        var rest = quantity;
        for (var pack : packs.reversed()) {
            if (rest >= pack.units()) {
                text.append(rest / pack.units()).append(' ').append(pack.name()).append(' ');
                rest %= pack.units();
            }
        }
        return rest > 0 || text.isEmpty() ? text.append(rest).toString() : text.toString().strip();
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
