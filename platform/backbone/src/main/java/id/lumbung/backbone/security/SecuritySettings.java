package id.lumbung.backbone.security;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param issuerUri whose tokens are taken, word for word as in their {@code iss}
 * @param jwkSetUri where its keys are; blank: found through the issuer's metadata
 * @param clientId this service's own, for calls to other services
 * @param clientSecret blank where this service calls no other
 * @param tokenUri where this service gets its own token; blank where it calls no other
 * @param openMetrics whether metrics need no token: only where nobody from outside reaches the
 *     service's port
 */
@Validated
@ConfigurationProperties("lumbung.security")
public record SecuritySettings(
        @NotBlank String issuerUri,
        @Nullable String jwkSetUri,
        @NotBlank String clientId,
        @Nullable String clientSecret,
        @Nullable String tokenUri,
        @DefaultValue("false") boolean openMetrics) {

    /** Never shown: it holds a secret. */
    @Override
    public String toString() {
        return "SecuritySettings[issuerUri=" + issuerUri + "]";
    }
}
