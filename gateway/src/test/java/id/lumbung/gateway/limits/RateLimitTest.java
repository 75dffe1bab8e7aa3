package id.lumbung.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.gateway.Limit;
import id.lumbung.gateway.address.ClientAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final InetAddress ANY = InetAddress.ofLiteral("192.0.2.1");

    private final StoppedTime time = new StoppedTime();

    @Test
    void aHundredThousandAddressesAreNotAllRemembered() {
        var limit = new RateLimit<ClientAddress>(new Limit(1, 2), time);
        for (int each = 0; each < 100_000; each++) {
            assertThat(limit.take(new ClientAddress(each, true), 1)).isZero();
        }

        assertThat(limit.size()).isBetween(1L, (long) RateLimit.MAX_CALLERS);
    }

    @Test
    void nobodyGetsMoreByCallingFromManyThreads() throws Exception {
        var limit = new RateLimit<ClientAddress>(new Limit(1, 1_000), time);
        var taken = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int each = 0; each < 5_000; each++) {
                var _ =
                        threads.submit(() -> {
                            if (limit.take(ClientAddress.of(ANY), 1) == 0) {
                                var _ = taken.incrementAndGet();
                            }
                        });
            }
        }
        assertThat(taken.get()).isEqualTo(1_000);
    }

    @Test
    void whatCostsMoreThanThereCanBeIsAllowedOnceAllIsThere() {
        var limit = new RateLimit<ClientAddress>(new Limit(1, 10), time);
        var who = ClientAddress.of(ANY);

        assertThat(limit.take(who, 17)).isZero();
        var wait = limit.take(who, 17);
        assertThat(wait).isBetween(10, 11);
        time.pass(Duration.ofSeconds(wait));
        assertThat(limit.take(who, 17)).isZero();
    }

    @Test
    void whatWasTakenTooMuchIsPutBackButOne() {
        var limit = new RateLimit<ClientAddress>(new Limit(1, 20), time);
        var who = ClientAddress.of(ANY);

        for (int each = 0; each < 4; each++) {
            assertThat(limit.take(who, 17)).isZero();
            limit.putBack(who, 17, 16);
        }
        assertThat(limit.take(who, 17)).isPositive();
        assertThat(limit.take(who, 16)).isZero();
        limit.putBack(who, 1, 5);
        assertThat(limit.take(who, 1)).isPositive();
    }

    @Test
    void ofWhatCostsMoreThanThereCanBeNoMoreIsPutBackThanWasTaken() {
        var limit = new RateLimit<ClientAddress>(new Limit(1, 10), time);
        var who = ClientAddress.of(ANY);

        assertThat(limit.take(who, 17)).isZero();
        limit.putBack(who, 17, 14);
        assertThat(limit.take(who, 8)).isPositive();
        assertThat(limit.take(who, 7)).isZero();
    }

    @Test
    void addressesOfIpv4AreApartAndOfIpv6TogetherBy64Bits() {
        assertThat(of("192.0.2.1")).isNotEqualTo(of("192.0.2.2"));
        assertThat(of("2001:db8::1")).isEqualTo(of("2001:db8::ffff:1"));
        assertThat(of("2001:db8::1")).isNotEqualTo(of("2001:db8:0:1::1"));
        assertThat(of("::ffff:192.0.2.1")).isEqualTo(of("192.0.2.1"));
        assertThat(of("::1")).isNotEqualTo(of("0.0.0.0"));
    }

    private static ClientAddress of(String address) {
        return ClientAddress.of(InetAddress.ofLiteral(address));
    }
}
