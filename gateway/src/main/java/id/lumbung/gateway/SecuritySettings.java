package id.lumbung.gateway;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens open the door. Either an issuer is named, or it is said openly that there is none: a
 * door that stands open because a setting was forgotten is not started.
 *
 * @param issuerUri who makes the tokens, to the letter as it stands in them
 * @param jwkSetUri where its public keys are; asked of the issuer where it is not given
 * @param open lets everybody do everything; for measurements and tests alone
 */
@ConfigurationProperties("lumbung.security")
record SecuritySettings(
        @Nullable String issuerUri, @Nullable URI jwkSetUri, @DefaultValue("false") boolean open) {

    SecuritySettings {
        issuerUri = issuerUri == null || issuerUri.isBlank() ? null : issuerUri.strip();
        jwkSetUri = jwkSetUri == null || jwkSetUri.toString().isEmpty() ? null : jwkSetUri;
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
