package id.lumbung.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.lumbung.gateway.GatewaySettings;
import id.lumbung.gateway.address.ClientAddress;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often one caller may call, and from one address those who have not said who they are. Kept
 * for the callers seen lately, {@value #MAX_CALLERS} at most of each kind, some 300 bytes each: who
 * is forgotten begins with a full bucket. Each gateway counts for itself.
 */
@Component
public final class RateLimits {

    static final int MAX_CALLERS = 20_000;

    private final Kept<String> callers;
    private final Kept<ClientAddress> openAccess;
    private final Kept<ClientAddress> addresses;
    private final Kept<ClientAddress> logins;
    private final Kept<ClientAddress> tokens;
    private final Kept<ClientAddress> unknownTokens;

    RateLimits(GatewaySettings settings) {
        var limits = settings.limits();
        this.callers = new Kept<>(limits.caller());
        this.openAccess = new Kept<>(limits.caller());
        this.addresses = new Kept<>(limits.address());
        this.logins = new Kept<>(limits.login());
        this.tokens = new Kept<>(limits.token());
        this.unknownTokens = new Kept<>(limits.unknownToken());
    }

    public Kept<String> callers() {
        return callers;
    }

    /** Of callers whom no token names, where none is asked for. */
    public Kept<ClientAddress> openAccess() {
        return openAccess;
    }

    public Kept<ClientAddress> addresses() {
        return addresses;
    }

    public Kept<ClientAddress> logins() {
        return logins;
    }

    public Kept<ClientAddress> tokens() {
        return tokens;
    }

    /** Tokens not seen before, which have to be looked at. */
    public Kept<ClientAddress> unknownTokens() {
        return unknownTokens;
    }

    /** The limits of one kind. */
    public static final class Kept<K> {

        private final GatewaySettings.Limit limit;
        private final Cache<K, Bucket> buckets =
                Caffeine.newBuilder()
                        .maximumSize(MAX_CALLERS)
                        .expireAfterAccess(Duration.ofMinutes(10))
                        .build();

        Kept(GatewaySettings.Limit limit) {
            this.limit = limit;
        }

        /**
         * Takes so many tokens of the caller's bucket; none where not so many are left.
         *
         * @return after how many seconds there will be, 0 where it was taken
         */
        public int take(K who, int cost) {
            var bucket = buckets.get(who, _ -> full());
            var price = Math.min(cost, limit.burst());
            if (bucket.tryConsume(price)) {
                return 0;
            }
            var nanos = bucket.estimateAbilityToConsume(price).getNanosToWaitForRefill();
            return (int) Math.min(3_600, 1 + nanos / 1_000_000_000L);
        }

        long size() {
            buckets.cleanUp();
            return buckets.estimatedSize();
        }

        private Bucket full() {
            return Bucket.builder()
                    .addLimit(bandwidth ->
                            bandwidth
                                    .capacity(limit.burst())
                                    .refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                    .build();
        }
    }
}
