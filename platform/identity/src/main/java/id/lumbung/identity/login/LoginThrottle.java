package id.lumbung.identity.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How often a login may fail, each within a quarter of an hour: ten times for one username from one
 * address, a hundred times for one username from anywhere, and sixty passwords and one more each
 * second from one address, whoever they were for. Then it is heard no more until the quarter is
 * over, right or wrong.
 *
 * <p>So who guesses at a username locks out himself. From many addresses he can keep the username
 * from being heard at new ones, at the most a quarter of an hour beyond his last try; a browser
 * from which its owner logged in before has ten tries of its own, which nobody else can use up. A
 * login that succeeds, and an officer who unlocks, give the tries back.
 *
 * <p>Counted in memory: each instance counts for itself, and a start forgets. The number of
 * usernames and addresses remembered is bounded; the least used are forgotten first.
 */
class LoginThrottle {

    static final int TRIES = 10;
    static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int TRIES_FROM_ANYWHERE = 100;
    private static final int PASSWORDS_OF_AN_ADDRESS = 60;
    private static final int REMEMBERED = 100_000;

    private final Clock clock;
    private final Cache<String, Counted> counts =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterAccess(QUARTER.multipliedBy(2))
                    .build();

    /** Tries, and since when they are counted. */
    private record Counted(Bucket tries, Instant since) {}

    /** One try that was let through; what becomes of it is said afterwards. */
    final class Try {

        private final ArrayDeque<Bucket> taken = new ArrayDeque<>();
        private @Nullable Bucket own;
        private @Nullable Duration wait;

        /** For how long nothing is heard; null if this try is. */
        @Nullable Duration waitFor() {
            return wait;
        }

        /** Gives this try back, and all that failed from here. */
        void succeeded() {
            notTried();
            if (own != null) {
                own.reset();
            }
        }

        /** Gives this try back: no password was looked at. */
        void notTried() {
            taken.forEach(bucket -> bucket.addTokens(1));
        }

        private void take(String key, int tries, @Nullable Instant forgiven) {
            if (wait != null) {
                return;
            }
            var bucket = bucket(key, forgiven, () -> inAQuarter(tries)).tries();
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                own = own == null ? bucket : own;
                taken.push(bucket);
            } else {
                wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
                notTried();
                taken.clear();
            }
        }
    }

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param device the browser, if the person logged in from it before
     * @param forgiven when an officer last unlocked the person
     */
    Try take(String username, String address, @Nullable String device, @Nullable Instant forgiven) {
        var attempt = new Try();
        if (device != null) {
            attempt.take("device " + device + " " + username, TRIES, forgiven);
        } else {
            attempt.take("pair " + address + " " + username, TRIES, forgiven);
            attempt.take("username " + username, TRIES_FROM_ANYWHERE, forgiven);
        }
        return attempt;
    }

    /**
     * Takes one of the passwords that are looked at from this address.
     *
     * @return for how long none is; null if this one is
     */
    @Nullable Duration takePassword(String address) {
        var probe =
                bucket("address " + address, null, LoginThrottle::ofAnAddress)
                        .tries()
                        .tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? null : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Counted bucket(String key, @Nullable Instant forgiven, Supplier<Bucket> fresh) {
        var counted = counts.get(key, _ -> new Counted(fresh.get(), clock.instant()));
        if (forgiven == null || !counted.since().isBefore(forgiven)) {
            return counted;
        }
        return counts.asMap()
                .compute(
                        key,
                        (_, now) ->
                                now == null || now.since().isBefore(forgiven)
                                        ? new Counted(fresh.get(), clock.instant())
                                        : now);
    }

    private static Bucket inAQuarter(int tries) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tries).refillIntervally(tries, QUARTER))
                .build();
    }

    private static Bucket ofAnAddress() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(PASSWORDS_OF_AN_ADDRESS)
                                .refillGreedy(1, Duration.ofSeconds(1)))
                .build();
    }
}
