package id.lumbung.backbone.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whole rupiah. The smallest amount is one rupiah; there are no sen in books or events.
 *
 * <p>Arithmetic is exact: what does not fit a {@code long} throws {@link ArithmeticException}
 * rather than wrap around.
 *
 * @param amount rupiah, negative for what is taken back
 */
public record Rupiah(@JsonValue long amount) implements Comparable<Rupiah> {

    public static final Rupiah ZERO = new Rupiah(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Rupiah of(long amount) {
        return amount == 0 ? ZERO : new Rupiah(amount);
    }

    public Rupiah plus(Rupiah other) {
        return of(Math.addExact(amount, other.amount));
    }

    public Rupiah minus(Rupiah other) {
        return of(Math.subtractExact(amount, other.amount));
    }

    public Rupiah negated() {
        return of(Math.negateExact(amount));
    }

    public boolean isNegative() {
        return amount < 0;
    }

    public boolean isMoreThan(Rupiah other) {
        return amount > other.amount;
    }

    /**
     * Divides this amount in proportion to weights: each part is the exact product rounded down to
     * a whole rupiah, and what rounding leaves over is given separately, for the caller to say who
     * takes it. The answer does not depend on the order of the weights.
     *
     * @param weights none negative; their order is kept in the parts
     * @return parts and remainder, which add up to this amount. Where all weights are zero,
     *     everything is remainder.
     * @throws IllegalArgumentException when this amount or a weight is negative
     * @throws ArithmeticException when the weights' sum does not fit a {@code long}
     */
    public <K> Division<K> divide(Map<K, Long> weights) {
        if (isNegative()) {
            throw new IllegalArgumentException("A negative amount cannot be divided: " + amount);
        }
        long whole = 0;
        for (var weight : weights.values()) {
            if (weight < 0) {
                throw new IllegalArgumentException("A weight is negative: " + weight);
            }
            whole = Math.addExact(whole, weight);
        }
        Map<K, Rupiah> parts = LinkedHashMap.newLinkedHashMap(weights.size());
        var left = amount;
        for (var entry : weights.entrySet()) {
            var part = portion(entry.getValue(), whole);
            parts.put(entry.getKey(), part);
            left -= part.amount;
        }
        return new Division<>(Collections.unmodifiableMap(parts), of(left));
    }

    /**
     * This amount × weight ÷ whole, rounded down to a whole rupiah; zero where the whole is zero.
     *
     * @param weight from zero to {@code whole}
     * @throws IllegalArgumentException when this amount is negative, or the weight is no part of
     *     the whole
     */
    public Rupiah portion(long weight, long whole) {
        if (isNegative() || weight < 0 || weight > whole) {
            throw new IllegalArgumentException(
                    "%d of %d is no part of %d rupiah".formatted(weight, whole, amount));
        }
        return whole == 0 ? ZERO : of(proportion(amount, weight, whole));
    }

    /**
     * floor(amount × weight ÷ whole) without overflow; at most {@code amount}, since a weight is
     * part of the whole.
     */
    private static long proportion(long amount, long weight, long whole) {
        if (Math.multiplyHigh(amount, weight) == 0 && amount * weight >= 0) {
            return amount * weight / whole;
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(weight))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    @Override
    public int compareTo(Rupiah other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return "Rp" + amount;
    }

    /**
     * @param remainder what rounding down left over: not negative, and less than the number of
     *     parts unless all weights were zero
     */
    public record Division<K>(Map<K, Rupiah> parts, Rupiah remainder) {}
}
