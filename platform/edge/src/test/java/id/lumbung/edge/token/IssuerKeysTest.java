package id.lumbung.edge.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.lumbung.edge.testkit.FreePort;
import id.lumbung.edge.testkit.Issuer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The issuer's keys come late, change, and are not to be had for a while. */
class IssuerKeysTest {

    private final Issuer issuer = new Issuer();

    @AfterEach
    void close() {
        issuer.close();
    }

    private static TokenVerifier verifier(String issuer, @Nullable URI keys) {
        var settings = new TokenSettings(issuer, keys, "lumbung", false);
        return new TokenVerifier(issuer, settings, Clock.systemUTC());
    }

    private TokenVerifier verifier() {
        return verifier(issuer.address(), URI.create(issuer.address() + "/keys"));
    }

    @Test
    void nothingIsFetchedBeforeTheFirstToken() throws Exception {
        var tokens = verifier();
        assertThat(issuer.asked).hasValue(0);

        assertThat(tokens.verify(issuer.token("o", "OUTLET")).subject()).isEqualTo("o");
        assertThat(issuer.asked).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void theIssuersMetadataSaysWhereItsKeysAre(Issuer.Metadata metadata) throws Exception {
        try (var other = new Issuer(metadata, 0)) {
            var tokens = verifier(other.address(), null);

            assertThat(tokens.verify(other.token("o", "OUTLET")).subject()).isEqualTo("o");
            var ours = issuer.token("o", "OUTLET");
            assertThatThrownBy(() -> tokens.verify(ours)).isInstanceOf(InvalidTokenException.class);
        }
    }

    @Test
    void anIssuerThatCallsItselfOtherwiseIsNotTheIssuer() {
        var tokens = verifier(issuer.address() + "/", null);

        assertThatThrownBy(() -> tokens.verify(issuer.token("o", "OUTLET")))
                .isInstanceOf(IssuerUnavailableException.class);
    }

    @Test
    void anIssuerThatComesLaterIsFoundThen() throws Exception {
        var port = FreePort.choose();
        var early = verifier("http://127.0.0.1:" + port, null);
        var token = issuer.token("o", "OUTLET");
        assertThatThrownBy(() -> early.verify(token))
                .isInstanceOf(IssuerUnavailableException.class);
        try (var late = new Issuer(Issuer.Metadata.OAUTH, port)) {
            var signed = late.token("o", "OUTLET");
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> early.verify(signed).subject().equals("o"));
        }
    }

    @Test
    void aNewKeyIsFoundWithoutARestartAndTheOldOneForgotten() throws Exception {
        var tokens = verifier();
        var old = issuer.token("old", "OUTLET");
        var _ = tokens.verify(issuer.token("o", "OUTLET"));
        issuer.rotate("two");
        var fresh = issuer.token("o", "OUTLET");

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(InvalidTokenException.class)
                .until(() -> tokens.verify(fresh).subject().equals("o"));
        assertThatThrownBy(() -> tokens.verify(old)).isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void strangersKeysDoNotMakeTheIssuerBusy() throws Exception {
        var tokens = verifier();
        var _ = tokens.verify(issuer.token("o", "OUTLET"));
        var stranger = issuer.signedByStranger("o", "OUTLET");
        var began = System.nanoTime();
        for (int each = 0; each < 500; each++) {
            assertThatThrownBy(() -> tokens.verify(stranger))
                    .isInstanceOf(InvalidTokenException.class);
        }

        var seconds = (System.nanoTime() - began) / 1_000_000_000;
        assertThat(issuer.asked.get()).isLessThanOrEqualTo(3 + (int) seconds);
    }

    @Test
    void whileTheIssuerIsAwayTheKnownKeysServe() throws Exception {
        var tokens = verifier();
        var _ = tokens.verify(issuer.token("o", "OUTLET"));
        issuer.close();

        assertThat(tokens.verify(issuer.token("p", "OUTLET")).subject()).isEqualTo("p");
    }

    @Test
    void withoutKeysNobodySaysThatATokenIsBad() {
        var address = issuer.address();
        var token = issuer.token("o", "OUTLET");
        issuer.close();
        var tokens = verifier(address, URI.create(address + "/keys"));

        assertThatThrownBy(() -> tokens.verify(token))
                .isInstanceOf(IssuerUnavailableException.class);
    }
}
