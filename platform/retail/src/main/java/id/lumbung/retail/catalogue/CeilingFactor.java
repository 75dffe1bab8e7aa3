package id.lumbung.retail.catalogue;

import java.time.LocalDate;

/**
 * A rule of the state about how far above a list price goods may be sold, from a date on. Data,
 * since it moves: a new rule is a new factor with a later date.
 *
 * @param numerator with the denominator, what the list price is multiplied by: 128 and 100 for a
 *     price that may be 28 % above it
 * @param source where the rule stands
 */
public record CeilingFactor(LocalDate from, long numerator, long denominator, String source) {

    public CeilingFactor {
        if (numerator < 1 || denominator < 1 || source.isBlank()) {
            throw new IllegalArgumentException("No factor, or none with a source");
        }
    }
}
