package id.lumbung.identity.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.identity.Browser.Tokens;
import id.lumbung.identity.HostSettings;
import id.lumbung.identity.HostTest;
import id.lumbung.identity.Office;
import id.lumbung.identity.Phone;
import id.lumbung.identity.RawProof;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Proofs that prove nothing are refused by 400, which says what is wrong with them. */
@HostTest
class ProofsTest {

    @Autowired private Office office;

    private Phone phone;
    private Tokens tokens;

    @BeforeEach
    void aLogin() {
        phone = office.phone();
        tokens = phone.tokens(office.settled("[\"CASHIER\"]", office.cooperative()));
    }

    private static Arguments wrong(String says, UnaryOperator<RawProof> made) {
        return Arguments.of(says, made);
    }

    static Stream<Arguments> wrongProofs() {
        return Stream.of(
                wrong("htm", proof -> proof.claim("htm", "GET")),
                wrong("htm", proof -> proof.claim("htm", "post")),
                wrong("htu", proof -> proof.claim("htu", HostSettings.SERVER + "/userinfo")),
                wrong("htu", proof -> proof.claim("htu", "https://example.org/oauth2/token")),
                wrong("htu", proof -> proof.claim("htu", "::")),
                wrong("has jti", proof -> proof.claim("htu", null)),
                wrong("has jti", proof -> proof.claim("htm", null)),
                wrong("has jti", proof -> proof.claim("jti", null)),
                wrong("has jti", proof -> proof.claim("iat", null)),
                wrong("jti", proof -> proof.claim("jti", " ")),
                wrong("jti", proof -> proof.claim("jti", "x".repeat(201))),
                wrong("cannot be read", proof -> proof.claim("iat", "today")),
                wrong("cannot be read", proof -> proof.claim("htm", List.of("POST"))),
                wrong("typ", proof -> proof.header("typ", "JWT")),
                wrong("typ", proof -> proof.header("typ", null)),
                wrong("alg", proof -> proof.header("alg", "HS256")),
                wrong("alg", proof -> proof.header("alg", "RS256")),
                wrong("alg", proof -> proof.header("alg", "ES384")),
                wrong("cannot be read", proof -> proof.header("alg", "none")),
                wrong("cannot be read", proof -> proof.header("alg", null)),
                wrong("jwk", proof -> proof.header("jwk", null)),
                wrong("jwk", proof -> proof.header("crit", List.of("b64")).header("b64", false)),
                wrong("cannot be read", proof -> proof.jwk(proof.key().privateJwk())),
                wrong(
                        "cannot be read",
                        proof -> proof.jwk(proof.key().jwk().replace("\"y\":\"", "\"y\":\"A"))),
                wrong(
                        "cannot be read",
                        proof -> proof.header("jwk", Map.of("kty", "oct", "k", "c2VjcmV0"))),
                wrong("longer", proof -> proof.claim("more", "x".repeat(4_096))));
    }

    @ParameterizedTest
    @MethodSource("wrongProofs")
    void aWrongProofIsRefused(String says, UnaryOperator<RawProof> made) {
        refused("invalid_dpop_proof", says, made.apply(phone.proof()));
        assertThat(phone.refresh(tokens.refresh()).statusCode()).isEqualTo(200);
    }

    private void refused(String error, String says, RawProof... proofs) {
        var answer = phone.refresh(tokens.refresh(), proofs);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\":\"" + error + "\"").contains(says);
        assertThat(answer.headers().firstValue("DPoP-Nonce")).isPresent();
    }

    @Test
    void aSignatureByAnotherKeyThanTheProofNamesIsRefused() {
        var other = office.phone();
        refused("invalid_dpop_proof", "signature", other.proof().jwk(phone.key().jwk()));
    }

    @Test
    void theMetadataSayWhichProofsAreTaken() {
        var metadata = office.browser().get("/.well-known/oauth-authorization-server").body();
        assertThat(metadata).contains("\"dpop_signing_alg_values_supported\":[\"ES256\"]");
    }

    @Test
    void twoProofsAreRefused() {
        refused("invalid_dpop_proof", "more than one", phone.proof(), phone.proof());
    }

    @Test
    void aClockMayBeFiveMinutesOffWithoutANonceAndNoMore() {
        var bare = phone.proof().claim("nonce", null);
        refused("use_dpop_nonce", "clock", bare.madeAt(Duration.ofMinutes(-6)));
        refused("use_dpop_nonce", "clock", bare.madeAt(Duration.ofMinutes(30)));
        for (var minutes : List.of(-1, 4)) {
            var proof = phone.proof().claim("nonce", null).madeAt(Duration.ofMinutes(minutes));
            assertThat(phone.refresh(tokens.refresh(), proof).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aNonceThatIsNotOursIsRefused() {
        for (var nonce : List.of("", "rubbish", "x".repeat(600), phone.nonce() + "A")) {
            refused("use_dpop_nonce", "nonce", phone.proof().claim("nonce", nonce));
        }
    }

    @Test
    void anAddressMayBeWrittenOtherwise() {
        var address = HostSettings.SERVER.replace("http:", "HTTP:") + "/oauth2/token?a=b#c";
        assertThat(
                        phone.refresh(tokens.refresh(), phone.proof().claim("htu", address))
                                .statusCode())
                .isEqualTo(200);
    }
}
