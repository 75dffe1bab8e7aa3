package id.lumbung.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.lumbung.gateway.Limit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * One limit, counted for each caller by itself. Callers seen lately are remembered, {@value
 * #MAX_CALLERS} at most, some 300 bytes each: who is forgotten begins with a full bucket.
 */
public final class RateLimit<K> {

    static final int MAX_CALLERS = 20_000;

    private final Limit limit;
    private final TimeMeter time;
    private final Cache<K, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(MAX_CALLERS)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();

    RateLimit(Limit limit, TimeMeter time) {
        this.limit = limit;
        this.time = time;
    }

    /**
     * Takes so much of the caller's bucket, all of it at most. Returns 0 where it was taken, else
     * after how many seconds there will be so much.
     */
    public int take(K caller, int cost) {
        var bucket = buckets.get(caller, _ -> full());
        if (bucket.tryConsume(price(cost))) {
            return 0;
        }
        var nanos = bucket.estimateAbilityToConsume(price(cost)).getNanosToWaitForRefill();
        return (int) Math.min(3_600, 1 + nanos / 1_000_000_000L);
    }

    /** Puts back so much of what was taken; one stays taken. */
    public void putBack(K caller, int taken, int unused) {
        var bucket = buckets.getIfPresent(caller);
        var back = price(taken) - price(Math.max(1, taken - unused));
        if (bucket != null && back > 0) {
            bucket.addTokens(back);
        }
    }

    private long price(int cost) {
        return Math.min(cost, limit.burst());
    }

    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(bandwidth ->
                        bandwidth
                                .capacity(limit.burst())
                                .refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
