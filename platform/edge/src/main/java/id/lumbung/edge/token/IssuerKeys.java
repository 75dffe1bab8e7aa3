package id.lumbung.edge.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's public keys, fetched when first needed: a service starts while the issuer is away.
 * Where no address of the keys is configured, the issuer's metadata says it (OpenID Connect
 * Discovery, RFC 8414).
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MAX_ANSWER_BYTES = 100_000;

    private static final int MIN_BITS = 2_048;
    private static final int MAX_KEYS = 20;

    private final String issuer;
    private final DefaultResourceRetriever http =
            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_ANSWER_BYTES);
    private volatile @Nullable URL address;
    private volatile Instant fetched = Instant.MIN;

    /**
     * @param jwkSetUri null where the issuer's metadata says it
     */
    IssuerKeys(String issuer, @Nullable URI jwkSetUri) {
        this.issuer = issuer;
        this.address = jwkSetUri == null ? null : url(jwkSetUri.toString());
    }

    /** Whether the keys were fetched after this; not where there never were any. */
    boolean areYoungerThan(Instant time) {
        return fetched.isAfter(time);
    }

    @Override
    public JWKSet getJWKSet(
            JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            var keys =
                    JWKSet.parse(http.retrieveResource(address()).getContent()).getKeys().stream()
                            .filter(key -> key.size() >= MIN_BITS)
                            .limit(MAX_KEYS)
                            .toList();
            fetched = Instant.now();
            return new JWKSet(keys);
        } catch (IOException | ParseException e) {
            throw new JWKSetUnavailableException("The keys of " + issuer + " cannot be had", e);
        }
    }

    private URL address() throws IOException {
        var known = address;
        if (known == null) {
            known = discover();
            address = known;
        }
        return known;
    }

    private URL discover() throws IOException {
        var uri = URI.create(issuer);
        var path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/$", "");
        var places =
                List.of(
                        path + "/.well-known/openid-configuration",
                        "/.well-known/oauth-authorization-server" + path);
        var failure = new IOException("No metadata of " + issuer + " that names it and its keys");
        for (var place : places) {
            try {
                var metadata =
                        JSONObjectUtils.parse(
                                http.retrieveResource(uri.resolve(place).toURL()).getContent());
                var keys = JSONObjectUtils.getString(metadata, "jwks_uri");
                if (issuer.equals(JSONObjectUtils.getString(metadata, "issuer")) && keys != null) {
                    return url(keys);
                }
            } catch (IOException | ParseException e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    private static URL url(String address) {
        try {
            return URI.create(address).toURL();
        } catch (IOException e) {
            throw new IllegalArgumentException("Not an address of keys: " + address, e);
        }
    }

    @Override
    public void close() {}
}
