package id.lumbung.retail.catalogue;

import java.util.Map;

/**
 * A pack of a product: a box, a strip, a sack.
 *
 * @param name in the shop's language, small letters
 * @param units how many base units are in it, at least one
 */
public record Pack(String name, long units) {

    public Pack {
        if (name.isBlank() || units < 1) {
            throw new IllegalArgumentException("No pack: '%s' of %d".formatted(name, units));
        }
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when it holds no whole number of the pack in it
     */
    void requireWhole(Pack inner) {
        if (units % inner.units != 0) {
            throw CatalogueRule.PACK_NOT_A_MULTIPLE.because(
                    "%s berisi %d, bukan kelipatan dari %s (%d). Periksa isi kemasan."
                            .formatted(name, units, inner.name, inner.units),
                    "%s holds %d, which is no multiple of %s (%d). Check the packs."
                            .formatted(name, units, inner.name, inner.units),
                    Map.of("pack", name, "units", units, "inner", inner.units));
        }
    }
}
