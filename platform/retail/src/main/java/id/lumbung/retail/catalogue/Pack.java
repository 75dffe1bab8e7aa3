package id.lumbung.retail.catalogue;

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
}
