package id.lumbung.retail.stock;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Goods of one product that were made together. Two of the same number and expiry are one, whatever
 * they cost and whoever delivered them; two makers' numbers are never merged.
 *
 * @param number as normalised: capitals, no spaces around it, single ones within; empty where the
 *     pack has none
 * @param expiry the last good day, by the shop's calendar; null where the goods do not expire or
 *     nobody knows
 */
public record Batch(String number, @Nullable LocalDate expiry) {

    /** Of goods whose batch nobody can tell. */
    public static final Batch UNKNOWN = new Batch("", null);

    /** What expires first comes first; what does not expire comes last. */
    public static final Comparator<Batch> FIRST_EXPIRING =
            Comparator.comparing(
                            Batch::expiry,
                            Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                    .thenComparing(Batch::number);

    public Batch {
        number =
                Normalizer.normalize(number, Normalizer.Form.NFKC)
                        .strip()
                        .replaceAll("\\s+", " ")
                        .toUpperCase(Locale.ROOT);
    }

    /** Whether it is good on a day; the expiry is the last day on which it is. */
    public boolean isGoodOn(LocalDate day) {
        return expiry == null || !day.isAfter(expiry);
    }
}
