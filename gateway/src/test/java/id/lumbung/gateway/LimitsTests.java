package id.lumbung.gateway;

import static id.lumbung.gateway.Calls.assertProblem;
import static id.lumbung.gateway.Calls.send;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.edge.testkit.Issuer;
import id.lumbung.gateway.limits.StoppedTime;
import io.github.bucket4j.TimeMeter;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Low limits and a time that stands still, behind a trusted proxy that says where its callers come
 * from.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LimitsTests {

    private static final Upstream SERVICE = new Upstream();
    private static final Issuer ISSUER = new Issuer();
    private static final StoppedTime TIME = new StoppedTime();
    private static int addresses;

    private final String here = freshAddress();

    @LocalServerPort private int port;

    private Calls calls;

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        TimeMeter stopped() {
            return TIME;
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        for (var service : List.of("membership", "pharmacy")) {
            properties.add("lumbung.gateway.services." + service, SERVICE::address);
        }
        properties.add("lumbung.security.issuer-uri", ISSUER::address);
        properties.add("lumbung.gateway.trusted-proxies", () -> "127.0.0.0/8, 192.0.2.0/24");
        for (var kind : List.of("caller", "address", "login", "token", "unknown-token")) {
            properties.add("lumbung.gateway.limits." + kind + ".per-second", () -> 1);
        }
        properties.add("lumbung.gateway.limits.caller.burst", () -> 20);
        properties.add("lumbung.gateway.limits.address.burst", () -> 10);
        properties.add("lumbung.gateway.limits.login.burst", () -> 3);
        properties.add("lumbung.gateway.limits.token.burst", () -> 5);
        properties.add("lumbung.gateway.limits.unknown-token.burst", () -> 60);
        properties.add("lumbung.gateway.max-requests-per-caller", () -> 2);
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        ISSUER.close();
    }

    @BeforeEach
    void forget() {
        calls = new Calls(port);
        SERVICE.asked.clear();
    }

    private static String freshAddress() {
        addresses++;
        return "203.0.113." + addresses;
    }

    private HttpRequest.Builder from(String address, String path) {
        return calls.to(path).header("X-Forwarded-For", address);
    }

    private HttpRequest.Builder by(String token, String path) {
        return from(here, path).header("Authorization", "Bearer " + token);
    }

    /** How many of so many come through before the first that does not. */
    private static int through(int max, HttpRequest.Builder request) throws Exception {
        for (int count = 0; count < max; count++) {
            var answer = send(request);
            if (answer.statusCode() == 429) {
                assertProblem(answer, 429, "too-many-requests");
                assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                        .isBetween(1L, 60L);
                return count;
            }
        }
        return max;
    }

    @Test
    void oneNoisyCallerDoesNotLimitAnother() throws Exception {
        var noisy = by(ISSUER.token("noisy-" + UUID.randomUUID(), "OUTLET"), "/api/pharmacy/x");
        var quiet = by(ISSUER.token("quiet-" + UUID.randomUUID(), "OUTLET"), "/api/pharmacy/x");

        assertThat(through(100, noisy)).isEqualTo(20);
        assertThat(send(quiet).statusCode()).isEqualTo(200);
        assertThat(send(from(here, "/")).statusCode()).isEqualTo(200);
    }

    @Test
    void moreTokensOfOneCallerAreNoHigherLimit() throws Exception {
        var who = "caller-" + UUID.randomUUID();

        assertThat(through(100, by(ISSUER.token(who, "OUTLET"), "/api/pharmacy/x"))).isEqualTo(20);
        var another = ISSUER.signed(ISSUER.claims(who, "OUTLET").jwtID("another").build());
        assertThat(through(5, by(another, "/api/pharmacy/x"))).isZero();
    }

    @Test
    void afterTheTimeThatItIsAnsweredItMayCallAgain() throws Exception {
        var caller = by(ISSUER.token("back-" + UUID.randomUUID(), "OUTLET"), "/api/pharmacy/x");
        var _ = through(100, caller);

        var wait = send(caller).headers().firstValueAsLong("Retry-After").orElseThrow();
        TIME.pass(Duration.ofSeconds(wait));
        assertThat(send(caller).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsRefusedReachesNoService() throws Exception {
        var caller = by(ISSUER.token("many-" + UUID.randomUUID(), "OUTLET"), "/api/pharmacy/x");
        var came = through(100, caller);

        assertThat(SERVICE.asked).hasSize(came);
    }

    @Test
    void aLargeBodyCostsByItsBytes() throws Exception {
        var token = ISSUER.token("large-" + UUID.randomUUID(), "OUTLET");
        var large = by(token, "/api/pharmacy/sales/batch");

        // 500,000 bytes cost 1 + 7 of the 20.
        assertThat(through(20, large.POST(BodyPublishers.ofByteArray(new byte[500_000]))))
                .isEqualTo(2);
    }

    /** It could be a megabyte, and is paid for as such until it is here. */
    @Test
    void aBodyOfUnannouncedLengthCostsByTheBytesThatCame() throws Exception {
        var small = by(ISSUER.token("u-" + UUID.randomUUID(), "OUTLET"), "/api/pharmacy/batch");
        assertThat(through(20, small.POST(unannounced(10)))).isEqualTo(4);
        var large = by(ISSUER.token("l-" + UUID.randomUUID(), "OUTLET"), "/api/pharmacy/batch");
        assertThat(through(20, large.POST(unannounced(500_000)))).isEqualTo(1);
    }

    private static HttpRequest.BodyPublisher unannounced(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    @Test
    void aReadOfAllThatACooperativeDidCostsAsMuchAsThereIs() throws Exception {
        var report =
                by(
                        ISSUER.token("board-" + UUID.randomUUID(), "BOARD"),
                        "/api/pharmacy/cooperatives/1/book-years/2025/report.html");

        assertThat(through(5, report)).isEqualTo(1);
    }

    @Test
    void whoShowsNoTokenIsCountedByAddress() throws Exception {
        assertThat(through(50, from(here, "/api/pharmacy/x"))).isEqualTo(10);
        assertThat(send(from(freshAddress(), "/api/pharmacy/x")).statusCode()).isEqualTo(401);
        assertThat(SERVICE.asked).isEmpty();
    }

    @Test
    void badTokensAreCountedByAddressAndAGoodOneIsNot() throws Exception {
        var token = ISSUER.token("known-" + UUID.randomUUID(), "OUTLET");
        assertThat(send(by(token, "/api/pharmacy/x")).statusCode()).isEqualTo(200);
        for (int each = 0; each < 15; each++) {
            var fresh = ISSUER.token("fresh-" + each + here, "OUTLET");
            assertThat(send(by(fresh, "/api/pharmacy/x")).statusCode()).isEqualTo(200);
        }

        assertThat(through(50, by(ISSUER.forged("known", "OUTLET"), "/api/pharmacy/x")))
                .isEqualTo(10);
        assertThat(send(by(token, "/api/pharmacy/x")).statusCode()).isEqualTo(200);
    }

    /**
     * Its address pays for each until it has nothing left; then it hears that it calls too often.
     */
    @Test
    void aDeviceThatRepeatsABadTokenDoesNotLockOutItsNeighbours() throws Exception {
        var broken = by(ISSUER.forged("broken", "OUTLET"), "/api/pharmacy/x");
        for (int each = 0; each < 10; each++) {
            assertProblem(send(broken), 401, "token-invalid");
        }
        for (int each = 0; each < 200; each++) {
            assertProblem(send(broken), 429, "too-many-requests");
        }

        var neighbour = ISSUER.token("neighbour-" + here, "OUTLET");
        assertThat(send(by(neighbour, "/api/pharmacy/x")).statusCode()).isEqualTo(200);
        TIME.pass(Duration.ofSeconds(1));
        assertProblem(send(broken), 401, "token-invalid");
    }

    @Test
    void passwordsAreTriedSlowlyAndKeepNobodyFromTheRest() throws Exception {
        var login = from(here, "/login").POST(BodyPublishers.ofString("username=a&password=b"));

        assertThat(through(50, login)).isEqualTo(3);
        assertThat(send(from(here, "/login")).statusCode()).isEqualTo(200);
        var token = from(here, "/oauth2/token").POST(BodyPublishers.ofString("x=y"));
        assertThat(through(50, token)).isEqualTo(5);
        var elsewhere = from(freshAddress(), "/login").POST(BodyPublishers.ofString("username=a"));
        assertThat(send(elsewhere).statusCode()).isEqualTo(200);
    }

    @Test
    void theProxyIsBelievedAndNotWhatItsCallerClaims() throws Exception {
        for (int each = 0; each < 30; each++) {
            var _ = send(from("198.51.100." + each + ", " + here + ", 192.0.2.7", "/api/x"));
        }

        assertThat(send(from(here, "/api/x")).statusCode()).isEqualTo(429);
    }

    @Test
    void aHouseholdsIpv6IsOneAddress() throws Exception {
        for (int each = 1; each < 30; each++) {
            var _ = send(from("2001:db8:1:2::" + each, "/api/x"));
        }

        assertThat(send(from("2001:db8:1:2:ffff::1", "/api/x")).statusCode()).isEqualTo(429);
        assertThat(send(from("2001:db8:1:3::1", "/api/x")).statusCode()).isEqualTo(401);
    }
}
