package id.lumbung.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.gateway.GatewaySettings;
import id.lumbung.gateway.address.ClientAddress;
import java.net.InetAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final InetAddress ANY = InetAddress.ofLiteral("192.0.2.1");

    @Test
    void aHundredThousandAddressesAreNotAllRemembered() {
        var kept = new RateLimits.Kept<ClientAddress>(new GatewaySettings.Limit(1, 2));
        for (int each = 0; each < 100_000; each++) {
            assertThat(kept.take(new ClientAddress(each, true), 1)).isZero();
        }

        assertThat(kept.size()).isBetween(1L, (long) RateLimits.MAX_CALLERS);
    }

    @Test
    void nobodyGetsMoreByCallingFromManyThreads() throws Exception {
        var kept = new RateLimits.Kept<ClientAddress>(new GatewaySettings.Limit(1, 1_000));
        var taken = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int each = 0; each < 5_000; each++) {
                var _ =
                        threads.submit(() -> {
                            if (kept.take(ClientAddress.of(ANY), 1) == 0) {
                                var _ = taken.incrementAndGet();
                            }
                        });
            }
        }
        assertThat(taken.get()).isBetween(1_000, 1_060);
    }

    @Test
    void whatCostsMoreThanThereCanBeIsAllowedOnceAllIsThere() {
        var kept = new RateLimits.Kept<ClientAddress>(new GatewaySettings.Limit(1, 10));
        var who = ClientAddress.of(ANY);

        assertThat(kept.take(who, 17)).isZero();
        assertThat(kept.take(who, 17)).isBetween(9, 11);
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
