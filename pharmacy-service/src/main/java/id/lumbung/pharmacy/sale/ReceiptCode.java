package id.lumbung.pharmacy.sale;

import java.util.Locale;
import java.util.UUID;

/**
 * The eight signs by which people name a sale, such as {@code 7K3F-92QD}: the first forty random
 * bits of its id, so that a phone without a line prints the same. No I, L, O and U among them.
 */
public final class ReceiptCode {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final int BITS_A_SIGN = 5;

    /** Of the first half of an id the last 12 bits are random, of the other half all but two. */
    private static final int RANDOM_BITS_OF_FIRST = 12;

    private static final int BITS_OF_SECOND = LENGTH * BITS_A_SIGN - RANDOM_BITS_OF_FIRST;
    private static final int VARIANT_BITS = 2;

    private ReceiptCode() {}

    /**
     * @param id a UUID of version 7; of any other, the same bits
     */
    public static String of(UUID id) {
        var first = id.getMostSignificantBits() & ((1L << RANDOM_BITS_OF_FIRST) - 1);
        var second = id.getLeastSignificantBits() << VARIANT_BITS >>> (Long.SIZE - BITS_OF_SECOND);
        var bits = first << BITS_OF_SECOND | second;
        var code = new StringBuilder();
        for (var i = LENGTH - 1; i >= 0; i--) {
            code.append(SIGNS.charAt((int) (bits >>> (i * BITS_A_SIGN)) & (SIGNS.length() - 1)));
        }
        return code.insert(LENGTH / 2, '-').toString();
    }

    /** What somebody read off a receipt, as it is kept: an O is taken for a zero. */
    static String read(String text) {
        var signs =
                text.toUpperCase(Locale.ROOT)
                        .replaceAll("[^0-9A-Z]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return signs.length() == LENGTH
                ? signs.substring(0, LENGTH / 2) + "-" + signs.substring(LENGTH / 2)
                : signs;
    }
}
