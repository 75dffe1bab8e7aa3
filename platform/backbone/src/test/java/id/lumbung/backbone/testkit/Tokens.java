package id.lumbung.backbone.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import id.lumbung.backbone.security.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A caller's token: {@code Tokens.as(BOARD).in(cooperative)}. */
public record Tokens(Issuer issuer, Map<String, Object> claims) {

    private static final String LEFT_OUT = "left out";
    private static final Map<Signing, String> SIGNED = new ConcurrentHashMap<>();

    public static Tokens as(Role... roles) {
        return new Tokens(
                Issuer.TRUSTED,
                Map.of(
                        "roles",
                        Arrays.stream(roles).map(Role::name).toList(),
                        "sub",
                        "tester",
                        "client_id",
                        "test-client",
                        "aud",
                        "lumbung"));
    }

    public Tokens in(UUID cooperative) {
        return with("cooperative_id", cooperative.toString());
    }

    public Tokens at(UUID outlet) {
        return with("outlet_id", outlet.toString());
    }

    public Tokens member(UUID member) {
        return with("member_id", member.toString());
    }

    public Tokens assigned(UUID... cooperatives) {
        return with("cooperative_ids", Arrays.stream(cooperatives).map(UUID::toString).toList());
    }

    public Tokens scope(String scopes) {
        return with("scope", scopes);
    }

    public Tokens of(Issuer other) {
        return new Tokens(other, claims);
    }

    public Tokens with(String claim, Object value) {
        var more = new HashMap<>(claims);
        more.put(claim, value);
        return new Tokens(issuer, Map.copyOf(more));
    }

    /** Leaves out what a token otherwise has. */
    public Tokens without(String claim) {
        return with(claim, LEFT_OUT);
    }

    /** A client that sends it with every request. */
    public RestTestClient on(RestTestClient http) {
        var authorization = "Bearer " + token();
        return http.mutate()
                .defaultHeaders(headers -> headers.set("Authorization", authorization))
                .build();
    }

    /**
     * Good for eight minutes at least, and the same for a minute: signing is dear. Made a minute
     * ago, so that a service that knows no such key, and asked for the keys just now, says that it
     * is bad, and not that it cannot be judged yet.
     */
    public String token() {
        var minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.MINUTES);
        return SIGNED.computeIfAbsent(
                new Signing(this, issuer.key().getKeyID(), minute), _ -> signed(body(minute)));
    }

    private record Signing(Tokens tokens, String keyId, Instant minute) {}

    /** One that ended a minute ago. */
    public String expired() {
        return signed(body(Instant.now().minusSeconds(660)));
    }

    /** One whose signature is another key's, under this key's name. */
    public String forged() {
        try (var stranger = new Issuer()) {
            return sign(body(Instant.now()), stranger, issuer.key().getKeyID());
        }
    }

    /** One whose content was changed after it was signed. */
    public String tampered() {
        var token = token();
        var other = with("sub", "somebody-else").token();
        return other.substring(0, other.lastIndexOf('.')) + token.substring(token.lastIndexOf('.'));
    }

    /** {@code alg: none}. */
    public String unsigned() {
        return new PlainJWT(body(Instant.now())).serialize();
    }

    /** Signed by HS256 with the public key as the secret: the classic confusion. */
    public String confused() {
        try {
            var header =
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(issuer.key().getKeyID())
                            .build();
            var jwt = new SignedJWT(header, body(Instant.now()));
            jwt.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet body(Instant from) {
        var body =
                new JWTClaimsSet.Builder()
                        .issuer(issuer.uri())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(from))
                        .expirationTime(Date.from(from.plusSeconds(600)));
        claims.forEach((name, value) -> body.claim(name, LEFT_OUT.equals(value) ? null : value));
        return body.build();
    }

    private String signed(JWTClaimsSet body) {
        return sign(body, issuer, issuer.key().getKeyID());
    }

    private static String sign(JWTClaimsSet body, Issuer by, String keyId) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
            var jwt = new SignedJWT(header, body);
            jwt.sign(new RSASSASigner(by.key()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
