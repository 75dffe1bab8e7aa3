package id.lumbung.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param accessTime for which an access token is good; what was revoked goes on no longer than that
 * @param refreshTime for which a person's refresh token is good; each refresh gives a new one
 * @param refreshMaxAge after which a person logs in anew, however often the token was refreshed
 * @param deviceRefreshTime for which a phone's refresh token is good after its last use
 * @param deviceMaxAge after which a person logs in anew on a phone, however often it was used
 * @param loginTime for which a browser stays logged in
 * @param keyAge after which a new pair of keys signs
 * @param keyNotice from a key's publication to its first signature, so that every instance shows it
 *     before any uses it
 * @param hashesAtOnce passwords hashed at a time; as many again for browsers known from before
 * @param hashesPerSecond of passwords that may be wrong, from browsers not known
 * @param hashTimeout for how long a login waits for its permit
 * @param gateways the addresses, or ranges of them, from which the gateway speaks to us: only from
 *     there is the caller's address taken as it is told
 * @param redirects to which a browser may be sent back with its code, besides the issuer's own page
 * @param serviceClients our own services, by name; one that is not named gets no token
 * @param firstPasswordFile where the first operator's one-time password is written, readable by its
 *     owner only, and the second's in one beside it; they are printed where this is empty
 */
@Validated
@ConfigurationProperties("lumbung.identity")
public record IdentitySettings(
        @DefaultValue("15m") @DurationMin(seconds = 1) @DurationMax(minutes = 15)
                Duration accessTime,
        @DefaultValue("12h") @DurationMin(seconds = 1) @DurationMax(days = 30) Duration refreshTime,
        @DefaultValue("30d") @DurationMin(seconds = 1) @DurationMax(days = 90)
                Duration refreshMaxAge,
        @DefaultValue("30d") @DurationMin(seconds = 1) @DurationMax(days = 90)
                Duration deviceRefreshTime,
        @DefaultValue("180d") @DurationMin(seconds = 1) @DurationMax(days = 366)
                Duration deviceMaxAge,
        @DefaultValue("1h") @DurationMin(seconds = 1) @DurationMax(days = 1) Duration loginTime,
        @DefaultValue("90d") @DurationMin(seconds = 1) Duration keyAge,
        @DefaultValue("2m") @DurationMin(millis = 0) @DurationMax(hours = 1) Duration keyNotice,
        @DefaultValue("1") @Min(1) @Max(64) int hashesAtOnce,
        @DefaultValue("2") @Min(1) @Max(1_000) int hashesPerSecond,
        @DefaultValue("5s") @DurationMin(millis = 1) @DurationMax(seconds = 30)
                Duration hashTimeout,
        @DefaultValue({"127.0.0.0/8", "::1"}) List<String> gateways,
        @DefaultValue List<URI> redirects,
        Map<String, @Valid ServiceClient> serviceClients,
        @Nullable Path firstPasswordFile) {

    @SuppressWarnings("NullAway") // The binder gives null where there are none.
    public IdentitySettings {
        serviceClients = serviceClients == null ? Map.of() : Map.copyOf(serviceClients);
        if (firstPasswordFile != null && firstPasswordFile.toString().isBlank()) {
            firstPasswordFile = null;
        }
    }

    /**
     * @param secret of 32 characters or more: it is kept by a single hash
     */
    public record ServiceClient(@Size(min = 32, max = 200) String secret) {

        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return "ServiceClient";
        }
    }

    /** Says nothing of the secrets. */
    @Override
    public String toString() {
        return "IdentitySettings";
    }
}
