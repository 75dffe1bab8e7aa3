package id.lumbung.edge.token;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are taken. Either an issuer is named, or it is said openly that there is none: what
 * stands open because a setting was forgotten is not started.
 *
 * @param issuerUri who makes the tokens, word for word as in their {@code iss}
 * @param jwkSetUri where its public keys are; null: found through the issuer's metadata
 * @param audience for whom a token must be made, one of those in its {@code aud}
 * @param open lets everybody through the gateway; for measurements and tests alone. Services never
 *     stand open
 */
@ConfigurationProperties("lumbung.security")
public record TokenSettings(
        @Nullable String issuerUri,
        @Nullable URI jwkSetUri,
        @DefaultValue("lumbung") String audience,
        @DefaultValue("false") boolean open) {

    public TokenSettings {
        issuerUri = issuerUri == null || issuerUri.isBlank() ? null : issuerUri.strip();
        jwkSetUri = jwkSetUri == null || jwkSetUri.toString().isBlank() ? null : jwkSetUri;
        if (issuerUri == null && !open) {
            throw new IllegalArgumentException(
                    """
                    Name the issuer whose tokens are taken: lumbung.security.issuer-uri (LUMBUNG_ISSUER_URI). \
                    Only a measurement or a test does without: lumbung.security.open=true.\
                    """);
        }
        if (issuerUri != null && open) {
            throw new IllegalArgumentException(
                    "lumbung.security.open contradicts lumbung.security.issuer-uri: give one of them.");
        }
        requireHttp("issuer-uri", issuerUri == null ? null : URI.create(issuerUri));
        requireHttp("jwk-set-uri", jwkSetUri);
    }

    private static void requireHttp(String name, @Nullable URI address) {
        if (address != null
                && (address.getHost() == null
                        || !("http".equals(address.getScheme())
                                || "https".equals(address.getScheme())))) {
            throw new IllegalArgumentException(
                    "lumbung.security.%s must be an http or https address: %s"
                            .formatted(name, address));
        }
    }
}
