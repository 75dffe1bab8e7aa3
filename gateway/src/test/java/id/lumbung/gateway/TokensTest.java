package id.lumbung.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensTest {

    private final Issuer issuer = new Issuer();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final InstantSource instants = now::get;
    private final Clock clock = instants.withZone(ZoneOffset.UTC);

    @AfterEach
    void close() {
        issuer.close();
    }

    private Tokens tokens(URI keys) {
        return new Tokens(issuer.address(), new SigningKeys(issuer.address(), keys), clock);
    }

    private Tokens tokens() {
        return tokens(URI.create(issuer.address() + "/keys"));
    }

    @Test
    void nothingIsFetchedBeforeTheFirstToken() throws Exception {
        var tokens = tokens();
        assertThat(issuer.asked).hasValue(0);

        assertThat(tokens.verify(issuer.token("o", "OUTLET")))
                .isEqualTo(new Caller("o", java.util.Set.of("OUTLET")));
        assertThat(issuer.asked).hasValue(1);
    }

    @Test
    void aTokenIsKnownUntilItExpires() throws Exception {
        var tokens = tokens();
        var token = issuer.token("o", "OUTLET");
        assertThat(tokens.known(token)).isNull();
        var _ = tokens.verify(token);
        assertThat(tokens.known(token)).isNotNull();

        now.set(now.get().plus(Duration.ofMinutes(5)));
        assertThat(tokens.known(token)).isNull();
        now.set(now.get().plus(Duration.ofMinutes(2)));
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(Tokens.Invalid.class);
    }

    @Test
    void aNewKeyIsFoundWithoutARestartAndTheOldOneForgotten() throws Exception {
        var tokens = tokens();
        var old = issuer.token("old", "OUTLET");
        var _ = tokens.verify(issuer.token("o", "OUTLET"));
        issuer.rotate("two");
        var fresh = issuer.token("o", "OUTLET");

        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptionsInstanceOf(Tokens.Invalid.class)
                .until(() -> tokens.verify(fresh).id().equals("o"));
        assertThatThrownBy(() -> tokens.verify(old)).isInstanceOf(Tokens.Invalid.class);
    }

    @Test
    void strangersKeysDoNotMakeTheIssuerBusy() throws Exception {
        var tokens = tokens();
        var _ = tokens.verify(issuer.token("o", "OUTLET"));
        var stranger = issuer.signedByStranger("o", "OUTLET");
        var began = System.nanoTime();
        for (int each = 0; each < 500; each++) {
            assertThatThrownBy(() -> tokens.verify(stranger)).isInstanceOf(Tokens.Invalid.class);
        }

        var seconds = (System.nanoTime() - began) / 1_000_000_000;
        assertThat(issuer.asked.get()).isLessThanOrEqualTo(2 + (int) seconds);
    }

    @Test
    void whileTheIssuerIsAwayTheKnownKeysServe() throws Exception {
        var tokens = tokens();
        var _ = tokens.verify(issuer.token("o", "OUTLET"));
        issuer.close();

        assertThat(tokens.verify(issuer.token("p", "OUTLET")).id()).isEqualTo("p");
    }

    @Test
    void withoutKeysNobodySaysThatATokenIsBad() {
        var tokens = tokens(URI.create("http://127.0.0.1:" + Upstream.freePort() + "/keys"));

        assertThatThrownBy(() -> tokens.verify(issuer.token("o", "OUTLET")))
                .isInstanceOf(SigningKeys.Unavailable.class);
    }

    @Test
    void whoCallsItselfOtherwiseIsNotTheIssuer() {
        var claimed = issuer.address() + "/";
        var tokens = new Tokens(claimed, new SigningKeys(claimed, null), clock);

        assertThatThrownBy(() -> tokens.verify(issuer.token("o", "OUTLET")))
                .isInstanceOf(SigningKeys.Unavailable.class);
    }
}
