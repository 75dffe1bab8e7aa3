package id.lumbung.edge.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import id.lumbung.edge.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a token for what it says only when the issuer signed it (RS256 and nothing else), for us
 * ({@code aud}), for now.
 *
 * <p>A token that was found good is remembered by its SHA-256 until it ends, since the same outlet
 * sends the same token with every sale: 1 µs of processor time instead of 53, measured on one core.
 * The price: a key that the issuer withdraws still counts for tokens seen before, until they end.
 * What was found bad is remembered for five seconds: a device that sends an ended token again and
 * again costs no more than one that sends a good one. Keys are kept five minutes, and for twelve
 * hours where the issuer cannot be reached; a key not known is asked for, no more than twice in
 * three seconds. In between, a token whose key is unknown is bad where the keys were fetched after
 * it was made, and cannot be judged where they were not.
 */
public final class TokenVerifier {

    private static final Logger log = LoggerFactory.getLogger(TokenVerifier.class);

    /** Some 500 bytes each, on an eighth of the heap: every outlet of the country needs 40 MB. */
    private static final long MAX_REMEMBERED = Runtime.getRuntime().maxMemory() / 8 / 500;

    private static final int MAX_BAD = 10_000;
    private static final Duration BAD_REMEMBERED = Duration.ofSeconds(5);
    private static final int MAX_LENGTH = 8_192;
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final Duration KEYS_FRESH = Duration.ofMinutes(5);
    private static final Duration KEYS_USABLE_IN_OUTAGE = Duration.ofHours(12);
    private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(3);

    private final Clock clock;
    private final IssuerKeys keys;
    private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();
    private final Cache<ByteBuffer, VerifiedCaller> remembered;
    private final Cache<ByteBuffer, Boolean> bad =
            Caffeine.newBuilder().maximumSize(MAX_BAD).expireAfterWrite(BAD_REMEMBERED).build();

    /**
     * @param issuer whose tokens count, word for word as in their {@code iss}
     */
    TokenVerifier(String issuer, TokenSettings settings, Clock clock) {
        this.clock = clock;
        this.keys = new IssuerKeys(issuer, settings.jwkSetUri());
        var source =
                JWKSourceBuilder.create(keys)
                        .cache(KEYS_FRESH.toMillis(), FETCH_TIMEOUT.toMillis())
                        .refreshAheadCache(false)
                        .rateLimited(BETWEEN_FETCHES.toMillis())
                        .outageTolerant(KEYS_USABLE_IN_OUTAGE.toMillis())
                        .build();
        tokens.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, source));
        tokens.setJWTClaimsSetVerifier(claims(issuer, settings.audience(), clock));
        this.remembered =
                Caffeine.newBuilder()
                        .maximumSize(MAX_REMEMBERED)
                        .expireAfter(
                                Expiry.<ByteBuffer, VerifiedCaller>creating((_, caller) ->
                                        Duration.between(
                                                clock.instant(), caller.until().plus(CLOCK_SKEW))))
                        .build();
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> claims(
            String issuer, String audience, Clock clock) {
        var claims =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        audience,
                        new JWTClaimsSet.Builder().issuer(issuer).build(),
                        Set.of("sub", "exp", "iat")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew(Math.toIntExact(CLOCK_SKEW.toSeconds()));
        return claims;
    }

    /**
     * Whose token it is.
     *
     * @throws InvalidTokenException when the token does not count
     * @throws IssuerUnavailableException when nobody can say that now
     */
    public VerifiedCaller verify(String token)
            throws InvalidTokenException, IssuerUnavailableException {
        if (token.length() > MAX_LENGTH) {
            throw new InvalidTokenException("The token is longer than " + MAX_LENGTH);
        }
        var key = ByteBuffer.wrap(sha256(token));
        var known = known(key);
        if (known != null) {
            return known;
        }
        if (bad.getIfPresent(key) != null) {
            throw new InvalidTokenException("Not a token that counts, as a moment ago");
        }
        try {
            var caller = read(token);
            remembered.put(key, caller);
            return caller;
        } catch (InvalidTokenException e) {
            bad.put(key, true);
            throw e;
        }
    }

    /** Whether it costs next to nothing to verify it: it was verified a while ago. */
    public boolean isRemembered(String token) {
        if (token.length() > MAX_LENGTH) {
            return true;
        }
        var key = ByteBuffer.wrap(sha256(token));
        return known(key) != null || bad.getIfPresent(key) != null;
    }

    private @Nullable VerifiedCaller known(ByteBuffer key) {
        var known = remembered.getIfPresent(key);
        return known != null && clock.instant().isBefore(known.until().plus(CLOCK_SKEW))
                ? known
                : null;
    }

    /** Looks at the token itself, whether it is remembered or not. */
    VerifiedCaller read(String token) throws InvalidTokenException, IssuerUnavailableException {
        try {
            return TokenClaims.read(tokens.process(token, null));
        } catch (RateLimitReachedException e) {
            if (keys.areYoungerThan(issuedAt(token))) {
                throw new InvalidTokenException("No known key", e);
            }
            throw new IssuerUnavailableException(e);
        } catch (KeySourceException e) {
            log.warn("No token can be judged: {}", e.getMessage());
            throw new IssuerUnavailableException(e);
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw new InvalidTokenException("Not a token that counts", e);
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            throw new InvalidTokenException("A claim of the token cannot be read", e);
        }
    }

    /** When a token says it was made, though nobody knows yet whether that is so. */
    private static Instant issuedAt(String token) {
        try {
            var at = SignedJWT.parse(token).getJWTClaimsSet().getIssueTime();
            return at == null ? Instant.MIN : at.toInstant();
        } catch (ParseException e) {
            return Instant.MIN;
        }
    }

    private static byte[] sha256(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }
}
