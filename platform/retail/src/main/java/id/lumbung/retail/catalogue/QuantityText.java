package id.lumbung.retail.catalogue;

import java.util.Map;
import java.util.regex.Pattern;

/** Reads and prints quantities as people write them, in the packs of one product. */
record QuantityText(Packs packs) {

    private static final Pattern PART = Pattern.compile("(\\d{1,12})\\s*(\\p{L}[\\p{L} .-]*)?");

    long parse(String text) {
        var parts = PART.matcher(text.strip());
        var sum = 0L;
        var at = 0;
        while (parts.lookingAt()) {
            sum = Math.addExact(sum, quantity(text, parts.group(1), parts.group(2)));
            at = parts.end();
            parts.region(at, parts.regionEnd());
        }
        if (at == 0 || at < text.strip().length()) {
            throw unreadable(text);
        }
        return sum;
    }

    String print(long quantity) {
        if (quantity < 0) {
            throw new IllegalArgumentException("A negative quantity: " + quantity);
        }
        var text = new StringBuilder();
        var rest = quantity;
        for (var pack : packs.packs().reversed()) {
            if (rest >= pack.units()) {
                text.append(rest / pack.units()).append(' ').append(pack.name()).append(' ');
                rest %= pack.units();
            }
        }
        return rest > 0 || text.isEmpty() ? text.append(rest).toString() : text.toString().strip();
    }

    private long quantity(String text, String number, String pack) {
        var units = pack == null ? 1 : packs.unitsOf(pack);
        if (units == 0) {
            throw unreadable(text);
        }
        return Math.multiplyExact(Long.parseLong(number), units);
    }

    private RuntimeException unreadable(String text) {
        return CatalogueRule.QUANTITY_UNREADABLE.because(
                "Jumlah harus bilangan bulat, misalnya '%s'.".formatted(example()),
                "A quantity is whole numbers, such as '%s'.".formatted(example()),
                Map.of("length", text.length()));
    }

    private String example() {
        var units = 4 + packs.packs().stream().mapToLong(Pack::units).sum();
        return packs.print(units);
    }
}
