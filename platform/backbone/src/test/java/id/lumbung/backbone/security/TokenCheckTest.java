package id.lumbung.backbone.security;

import static id.lumbung.backbone.security.Role.ADVISOR;
import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.backbone.security.Role.OUTLET;
import static id.lumbung.backbone.security.Role.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.lumbung.backbone.testkit.Issuer;
import id.lumbung.backbone.testkit.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class TokenCheckTest {

    private final Issuer issuer = new Issuer();
    private final TokenCheck check = check(issuer.uri(), issuer.jwkSetUri(), Clock.systemUTC());

    @AfterEach
    void close() {
        issuer.close();
    }

    private static TokenCheck check(String issuer, String keys, Clock clock) {
        return new TokenCheck(new SecuritySettings(issuer, keys, "shu", "", "", false), clock);
    }

    private Tokens as(Role... roles) {
        return Tokens.as(roles).of(issuer);
    }

    @Test
    void aCallerIsWhatTheirTokenSays() {
        var cooperative = UUID.randomUUID();
        var outlet = UUID.randomUUID();
        var counter = check.check(as(OUTLET).in(cooperative).at(outlet).token());
        assertThat(counter.subject()).isEqualTo("tester");
        assertThat(counter.client()).isEqualTo("test-client");
        assertThat(counter.roles()).containsExactly(OUTLET);
        assertThat(counter.cooperativeId()).isEqualTo(cooperative);
        assertThat(counter.outletId()).isEqualTo(outlet);
        assertThat(check.check(as(ADVISOR).assigned(cooperative).token()).cooperativeIds())
                .containsExactly(cooperative);
        assertThat(
                        check.check(as(SERVICE).scope("reconciliation.read members.read").token())
                                .scopes())
                .containsExactlyInAnyOrder("reconciliation.read", "members.read");
    }

    @Test
    void whatAnotherProviderAddsGivesNothing() {
        var token =
                as().with("roles", java.util.List.of("BOARD", "offline_access"))
                        .with("realm_access", "x")
                        .with("aud", "lumbung")
                        .token();
        assertThat(check.check(token).roles()).containsExactly(BOARD);
        assertThat(check.check(as().token()).roles()).isEmpty();
    }

    @Test
    void whatDoesNotCountIsRefused() {
        var good = as(BOARD).in(UUID.randomUUID());
        assertThat(check.check(good.token())).isNotNull();
        assertRefused(good.expired());
        assertRefused(good.forged());
        assertRefused(good.tampered());
        assertRefused(good.unsigned());
        assertRefused(good.confused());
        assertRefused(good.of(Issuer.TRUSTED).token());
        assertRefused(good.of(Issuer.TRUSTED).with("iss", issuer.uri()).token());
        assertRefused(good.with("iss", issuer.uri() + "/").token());
        assertRefused(good.without("sub").token());
        assertRefused(good.without("exp").token());
        assertRefused(good.without("iat").token());
        assertRefused(good.with("nbf", Instant.now().plusSeconds(300).getEpochSecond()).token());
        assertRefused(good.with("cooperative_id", "35.10.14.2014").token());
        assertRefused(good.with("roles", "BOARD").token());
        assertRefused("");
        assertRefused("..");
        assertRefused("x".repeat(100_000));
    }

    private void assertRefused(String token) {
        for (var i = 0; i < 2; i++) { // Nor is it remembered as good.
            assertThatThrownBy(() -> check.check(token))
                    .isInstanceOf(InvalidBearerTokenException.class);
        }
    }

    @Test
    void aTokenRememberedEndsAllTheSame() {
        var token = as(BOARD).token();
        assertThat(check.check(token)).isSameAs(check.check(token));
        var end = check.check(token).until();
        var clock = new MovableClock(end.minusSeconds(300));
        var later = check(issuer.uri(), issuer.jwkSetUri(), clock);
        assertThat(later.check(token)).isNotNull();
        clock.now = end.plusSeconds(25); // Within the skew of half a minute.
        assertThat(later.check(token)).isNotNull();
        clock.now = end.plusSeconds(35);
        assertThatThrownBy(() -> later.check(token))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    private static final class MovableClock extends Clock {
        private volatile Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void anIssuerThatComesLaterIsFoundThen() {
        var port = issuer.port();
        var uri = issuer.uri();
        issuer.close();
        var early = check(uri, "", Clock.systemUTC());
        var token = as(BOARD).token();
        assertThatThrownBy(() -> early.check(token)).isInstanceOf(TokenCheck.KeysUnavailable.class);
        try (var late = new Issuer(port)) {
            var signed = as(BOARD).of(late).token();
            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .until(() -> early.check(signed).roles().contains(BOARD));
        }
    }

    @Test
    void aNewKeyIsAskedForAndAFloodOfUnknownOnesIsNot() {
        assertThat(check.check(as(BOARD).token())).isNotNull();
        issuer.rotate();
        assertThat(check.check(as(BOARD).token())).isNotNull();
        var fetches = issuer.fetches();
        var strange = as(BOARD).of(Issuer.TRUSTED).with("iss", issuer.uri()).token();
        IntStream.range(0, 500).forEach(_ -> assertRefused(strange));
        assertThat(issuer.fetches() - fetches).isLessThan(20);
    }

    @Test
    void keysStayKnownWhileTheIssuerIsAway() {
        assertThat(check.check(as(BOARD).token())).isNotNull();
        issuer.close();
        assertThat(check.check(as(OUTLET).token())).isNotNull();
    }

    @Test
    void anotherProviderReplacesTheBuiltInOneByItsAddressAlone() {
        try (var other = new Issuer()) {
            var elsewhere = check(other.uri(), null, Clock.systemUTC());
            assertThat(elsewhere.check(as(BOARD).of(other).token()).roles()).containsExactly(BOARD);
            var ours = as(BOARD).token();
            assertThatThrownBy(() -> elsewhere.check(ours))
                    .isInstanceOf(InvalidBearerTokenException.class);
        }
    }
}
