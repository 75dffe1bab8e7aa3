package id.lumbung.edge.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import id.lumbung.edge.testkit.Issuer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {

    private final Issuer issuer = new Issuer();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final InstantSource instants = now::get;
    private final Clock clock = instants.withZone(ZoneOffset.UTC);
    private final TokenVerifier tokens =
            new TokenVerifier(
                    issuer.address(),
                    new TokenSettings(
                            issuer.address(),
                            URI.create(issuer.address() + "/keys"),
                            "lumbung",
                            false),
                    clock);

    @AfterEach
    void close() {
        issuer.close();
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        var claims = issuer.claims("tester", "OUTLET");
        change.accept(claims);
        return claims.build();
    }

    private String with(Consumer<JWTClaimsSet.Builder> change) {
        return issuer.signed(claims(change));
    }

    @Test
    void aCallerIsWhatTheirTokenSays() throws Exception {
        var cooperative = UUID.randomUUID();
        var outlet = UUID.randomUUID();
        var caller =
                tokens.verify(
                        with(it ->
                                it.claim("cooperative_id", cooperative.toString())
                                        .claim("outlet_id", outlet.toString())
                                        .claim("scope", "reconciliation.read members.read")
                                        .claim("realm_access", "x")));

        assertThat(caller.subject()).isEqualTo("tester");
        assertThat(caller.client()).isEqualTo("tester");
        assertThat(caller.roles()).containsExactly("OUTLET");
        assertThat(caller.cooperativeId()).isEqualTo(cooperative);
        assertThat(caller.outletId()).isEqualTo(outlet);
        assertThat(caller.scopes())
                .containsExactlyInAnyOrder("reconciliation.read", "members.read");
    }

    @Test
    void aTokenMayBeForOthersTooAndOfTheTypeThatRfc9068Names() throws Exception {
        var several = claims(it -> it.audience(List.of("account", "lumbung")));

        assertThat(tokens.verify(issuer.signed(several))).isNotNull();
        assertThat(tokens.verify(issuer.typed("at+jwt", several))).isNotNull();
        assertThat(tokens.verify(issuer.typed("JWT", several))).isNotNull();
    }

    @Test
    void whatDoesNotCountIsRefused() throws Exception {
        assertThat(tokens.verify(with(_ -> {}))).isNotNull();
        assertRefused(with(it -> it.audience("somebody-else")));
        assertRefused(with(it -> it.audience((String) null)));
        assertRefused(issuer.typed("logout+jwt", claims(_ -> {})));
        assertRefused(with(it -> it.issuer(issuer.address() + "/")));
        assertRefused(with(it -> it.issuer(null)));
        assertRefused(with(it -> it.subject(null)));
        assertRefused(with(it -> it.subject(" ")));
        assertRefused(with(it -> it.expirationTime(null)));
        assertRefused(with(it -> it.issueTime(null)));
        assertRefused(with(it -> it.notBeforeTime(in(Duration.ofMinutes(5)))));
        assertRefused(with(it -> it.expirationTime(in(Duration.ofMinutes(-5)))));
        assertRefused(with(it -> it.claim("cooperative_id", "35.10.14.2014")));
        assertRefused(with(it -> it.claim("roles", "OUTLET")));
        assertRefused(issuer.forged("tester", "OUTLET"));
        assertRefused(issuer.signedByStranger("tester", "OUTLET"));
        assertRefused(issuer.signedByPublicKey("tester", "OUTLET"));
        assertRefused(issuer.signedOtherwise(JWSAlgorithm.RS512, "tester", "OUTLET"));
        assertRefused(issuer.unsigned("tester", "OUTLET"));
        assertRefused("");
        assertRefused("..");
        assertRefused("x".repeat(100_000));
    }

    private Date in(Duration time) {
        return Date.from(now.get().plus(time));
    }

    private void assertRefused(String token) {
        for (var i = 0; i < 2; i++) { // Nor is it remembered as good.
            assertThatThrownBy(() -> tokens.verify(token))
                    .isInstanceOf(InvalidTokenException.class);
        }
        assertThat(tokens.isRemembered(token)).isTrue();
    }

    @Test
    void aTokenRememberedEndsAllTheSame() throws Exception {
        var token = issuer.token("tester", "OUTLET");
        assertThat(tokens.isRemembered(token)).isFalse();
        assertThat(tokens.verify(token)).isSameAs(tokens.verify(token));
        assertThat(tokens.isRemembered(token)).isTrue();
        var end = tokens.verify(token).until();

        now.set(end.plusSeconds(25)); // Within the skew of half a minute.
        assertThat(tokens.verify(token)).isNotNull();
        now.set(end.plusSeconds(35));
        assertThat(tokens.isRemembered(token)).isFalse();
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(InvalidTokenException.class);
    }
}
