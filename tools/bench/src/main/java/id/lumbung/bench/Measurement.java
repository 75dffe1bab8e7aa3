package id.lumbung.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measurement.
 *
 * @param ceiling what it is held against, in the same unit; null where there is none
 * @param ratio value by ceiling
 * @param target what the ratio, or where there is no ceiling the value, is to reach
 * @param met null where there is no target
 */
record Measurement(
        String name,
        double value,
        String unit,
        @Nullable Double ceiling,
        @Nullable Double ratio,
        @Nullable Double target,
        @Nullable Boolean met) {

    /** A plain figure, to look at. */
    static Measurement of(String name, double value, String unit) {
        return new Measurement(name, value, unit, null, null, null, null);
    }

    /** A figure that is to be at least so much. */
    static Measurement atLeast(String name, double value, String unit, double target) {
        return new Measurement(name, value, unit, null, null, target, value >= target);
    }

    /** A figure that is to be at most so much. */
    static Measurement atMost(String name, double value, String unit, double target) {
        return new Measurement(name, value, unit, null, null, target, value <= target);
    }

    /** A rate that is to reach a part of its ceiling, or a multiple of its floor. */
    static Measurement ofCeiling(
            String name, double value, String unit, double ceiling, double target) {
        return new Measurement(
                name, value, unit, ceiling, value / ceiling, target, value / ceiling >= target);
    }

    /** A time that is to stay within a multiple of another. */
    static Measurement within(String name, double value, String unit, double other, double target) {
        return new Measurement(
                name, value, unit, other, value / other, target, value / other <= target);
    }
}
