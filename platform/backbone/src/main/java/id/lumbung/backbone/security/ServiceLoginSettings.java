package id.lumbung.backbone.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * With what a service gets the token that its calls to other services carry.
 *
 * @param clientId the name this service is known by where tokens are made; without one, a service
 *     that has a secret and a token URI does not start
 * @param clientSecret blank where this service calls no other
 * @param tokenUri blank where this service calls no other
 */
@ConfigurationProperties("lumbung.service-login")
record ServiceLoginSettings(
        @Nullable String clientId, @Nullable String clientSecret, @Nullable String tokenUri) {

    /** Never shown: it holds a secret. */
    @Override
    public String toString() {
        return "ServiceLoginSettings[clientId=" + clientId + "]";
    }
}
