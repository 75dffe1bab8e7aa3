package id.lumbung.launcher.reconcile;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What one side holds of some days.
 *
 * @param sum rupiah
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Side(long count, long sum) {

    static final Side NOTHING = new Side(0, 0);

    Side plus(Side other) {
        return new Side(count + other.count, Math.addExact(sum, other.sum));
    }
}
