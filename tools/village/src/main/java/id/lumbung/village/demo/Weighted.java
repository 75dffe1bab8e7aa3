package id.lumbung.village.demo;

import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Things of which some are drawn more often than others. */
final class Weighted<T> {

    private final NavigableMap<Integer, T> upTo = new TreeMap<>();
    private int sum;

    /**
     * @param weights none negative, at least one above zero; drawn in the order of the map
     */
    Weighted(Map<T, Integer> weights) {
        weights.forEach((thing, weight) -> {
            if (weight > 0) {
                sum = Math.addExact(sum, weight);
                var _ = upTo.put(sum, thing);
            }
        });
    }

    T draw(SplittableRandom chances) {
        return upTo.higherEntry(chances.nextInt(sum)).getValue();
    }
}
