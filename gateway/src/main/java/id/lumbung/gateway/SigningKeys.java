package id.lumbung.gateway;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's public keys, fetched when a token first needs them, and again when one names a key
 * that is not among them or they are five minutes old. Never more often than every two seconds,
 * whatever tokens come; while the issuer does not answer, the keys at hand serve for an hour.
 */
final class SigningKeys {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final long FRESH = Duration.ofMinutes(5).toNanos();
    private static final long USABLE = Duration.ofHours(1).toNanos();
    private static final long PAUSE = Duration.ofSeconds(2).toNanos();
    private static final int LEAST_BITS = 2048;
    private static final int MOST_KEYS = 20;

    private final String issuer;
    private final @Nullable URI address;
    private final DefaultResourceRetriever documents =
            new DefaultResourceRetriever(2_000, 3_000, 256 * 1024);
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Fetched last;
    private long tried = System.nanoTime() - PAUSE;

    SigningKeys(String issuer, @Nullable URI address) {
        this.issuer = issuer;
        this.address = address;
    }

    private record Fetched(List<RSAKey> keys, long at) {

        boolean isYoungerThan(long nanos) {
            return System.nanoTime() - at < nanos;
        }

        List<RSAKey> named(@Nullable String id) {
            return id == null
                    ? keys
                    : keys.stream().filter(key -> id.equals(key.getKeyID())).toList();
        }
    }

    /** Nobody can say now whether a token is good: the issuer's keys are not to be had. */
    static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The keys a token may be signed by; empty where the issuer has none of this name.
     *
     * @param id null where the token names none
     */
    List<RSAKey> named(@Nullable String id) throws Unavailable {
        var known = last;
        if (known != null && known.isYoungerThan(FRESH) && !known.named(id).isEmpty()) {
            return known.named(id);
        }
        fetching.lock();
        try {
            known = last;
            var wanted = known == null || !known.isYoungerThan(FRESH) || known.named(id).isEmpty();
            if (wanted && System.nanoTime() - tried >= PAUSE) {
                fetch();
                known = last;
            }
        } finally {
            fetching.unlock();
        }
        if (known == null || !known.isYoungerThan(USABLE)) {
            throw new Unavailable();
        }
        return known.named(id);
    }

    private void fetch() {
        try {
            var keys =
                    JWKSet.parse(document((address == null ? discover() : address).toURL()))
                            .getKeys()
                            .stream()
                            .filter(RSAKey.class::isInstance)
                            .map(RSAKey.class::cast)
                            .filter(SigningKeys::signs)
                            .limit(MOST_KEYS)
                            .toList();
            last = new Fetched(keys, System.nanoTime());
        } catch (IOException | ParseException | IllegalArgumentException e) {
            log.warn("The keys of {} cannot be fetched: {}", issuer, e.toString());
        } finally {
            tried = System.nanoTime();
        }
    }

    private static boolean signs(RSAKey key) {
        return key.size() >= LEAST_BITS
                && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
                && (key.getAlgorithm() == null || JWSAlgorithm.RS256.equals(key.getAlgorithm()));
    }

    private URI discover() throws IOException, ParseException {
        var base = issuer.endsWith("/") ? issuer : issuer + "/";
        var about =
                JSONObjectUtils.parse(
                        document(URI.create(base + ".well-known/openid-configuration").toURL()));
        if (!issuer.equals(about.get("issuer"))) {
            throw new ParseException("It calls itself " + about.get("issuer"), 0);
        }
        return JSONObjectUtils.getURI(about, "jwks_uri");
    }

    private String document(URL address) throws IOException {
        return documents.retrieveResource(address).getContent();
    }
}
