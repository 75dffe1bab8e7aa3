package id.lumbung.gateway.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests each caller has under way, and no more than a number of them. */
public final class InFlight<K> {

    private final int max;
    private final Map<K, Integer> counts = new ConcurrentHashMap<>();

    public InFlight(int max) {
        this.max = max;
    }

    /** Whether one more may be begun; then it is to be ended by {@link #leave}. */
    public boolean enter(K who) {
        if (counts.merge(who, 1, Integer::sum) <= max) {
            return true;
        }
        leave(who);
        return false;
    }

    public void leave(K who) {
        counts.computeIfPresent(who, (_, count) -> count == 1 ? null : count - 1);
    }
}
