package id.lumbung.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks tokens: signed by the issuer with RS256, made by it, not yet expired. One that was found
 * good is known by its SHA-256 until it expires, so that its signature is checked once; at most
 * 50,000 are known, of some 200 bytes each. A token taken back by the issuer is good here until it
 * expires: tokens are to be short-lived.
 */
final class Tokens {

    private static final int MOST_KNOWN = 50_000;

    /** As the services allow it. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final String issuer;
    private final SigningKeys keys;
    private final Clock clock;
    private final Cache<Digest, Known> known;

    Tokens(String issuer, SigningKeys keys, Clock clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.clock = clock;
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(MOST_KNOWN)
                        .expireAfter(
                                Expiry.<Digest, Known>creating((_, token) ->
                                        Duration.between(clock.instant(), token.expires())))
                        .build();
    }

    /** A token's SHA-256. */
    private record Digest(long a, long b, long c, long d) {

        static Digest of(String token) {
            try {
                var sha = MessageDigest.getInstance("SHA-256");
                var sum = ByteBuffer.wrap(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
                return new Digest(sum.getLong(), sum.getLong(), sum.getLong(), sum.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    private record Known(Caller caller, Instant expires) {}

    /** A token that is none, or no longer, or somebody else's. */
    static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;

        Invalid(String why) {
            super(why);
        }

        Invalid(Exception cause) {
            super(cause);
        }
    }

    /** Whose token it is, where it was found good before and still is. */
    @Nullable Caller known(String token) {
        var found = known.getIfPresent(Digest.of(token));
        return found != null && found.expires.isAfter(clock.instant()) ? found.caller : null;
    }

    /** Whose token it is. */
    Caller verify(String token) throws Invalid, SigningKeys.Unavailable {
        try {
            var jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
                throw new Invalid("Not signed by RS256");
            }
            if (!isSigned(jwt)) {
                throw new Invalid("Not signed by the issuer");
            }
            var claims = jwt.getJWTClaimsSet();
            var expires = timeOf(claims);
            var caller = new Caller(require(claims.getSubject(), "sub"), roles(claims));
            if (expires.isAfter(clock.instant())) {
                known.put(Digest.of(token), new Known(caller, expires));
            }
            return caller;
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw new Invalid(e);
        }
    }

    private boolean isSigned(SignedJWT jwt) throws JOSEException, SigningKeys.Unavailable {
        for (var key : keys.named(jwt.getHeader().getKeyID())) {
            if (jwt.verify(new RSASSAVerifier(key))) {
                return true;
            }
        }
        return false;
    }

    /** When it expires, where it is the issuer's and its time has come and is not over. */
    private Instant timeOf(JWTClaimsSet claims) throws Invalid {
        if (!issuer.equals(claims.getIssuer())) {
            throw new Invalid("Another issuer's");
        }
        var now = clock.instant();
        var expires = require(claims.getExpirationTime(), "exp").toInstant();
        if (!expires.plus(SKEW).isAfter(now)) {
            throw new Invalid("Expired");
        }
        Date notBefore = claims.getNotBeforeTime();
        if (notBefore != null && notBefore.toInstant().minus(SKEW).isAfter(now)) {
            throw new Invalid("Not yet valid");
        }
        return expires;
    }

    private static Set<String> roles(JWTClaimsSet claims) throws ParseException {
        var roles = claims.getStringListClaim("roles");
        return roles == null ? Set.of() : Set.copyOf(roles);
    }

    private static <T> T require(@Nullable T claim, String name) throws Invalid {
        if (claim == null || claim.toString().isBlank()) {
            throw new Invalid("Without " + name);
        }
        return claim;
    }
}
