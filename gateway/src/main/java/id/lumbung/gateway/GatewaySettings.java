package id.lumbung.gateway;

import id.lumbung.gateway.address.AddressRange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param services where each service stands ({@code http://host:port}), by its name under {@code
 *     /api}
 * @param maxBody of a request; a larger one is refused with 413
 * @param maxAnonymousBody of a request that needs no token
 * @param maxTotalBody of all bodies above 16 KB that are in memory at a time; a tenth of the heap
 *     where it is not given, and never less than one body may have
 * @param bodyWait for how long a body waits for memory before it is refused as busy
 * @param maxRequestsPerCaller that one caller has under way at a time
 * @param maxRequestsPerAddress the same from one address, of those who show no good token
 * @param maxConnectionsPerAddress from one address, and never more than a quarter of all
 * @param connectTimeout to wait for a connection to a service
 * @param responseTimeout to wait for a service's whole answer
 * @param maxConnections to each service
 * @param maxQueued requests that wait for one of these connections, per service
 * @param headerTimeout within which a request's headers must be here, from their first byte
 * @param bodyTimeout within which a request's body must be here; longer by the time that what came
 *     takes at the slowest pace
 * @param minBodyRate bytes a second, at which a large body may come
 * @param allowedOrigins of pages that may call, such as {@code https://app.example}
 * @param limits how often may be called
 * @param trustedProxies addresses, or ranges such as 10.0.0.0/8, whose {@code Forwarded} and {@code
 *     X-Forwarded-*} headers are passed on; anyone else's are dropped
 */
@Validated
@ConfigurationProperties("lumbung.gateway")
public record GatewaySettings(
        @NotEmpty Map<String, URI> services,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("16KB") DataSize maxAnonymousBody,
        @Nullable DataSize maxTotalBody,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration bodyWait,
        @DefaultValue("256") @Min(1) int maxRequestsPerCaller,
        @DefaultValue("64") @Min(1) int maxRequestsPerAddress,
        @DefaultValue("256") @Min(1) int maxConnectionsPerAddress,
        @DefaultValue("2s") @DurationMin(millis = 1) Duration connectTimeout,
        @DefaultValue("60s") @DurationMin(millis = 1) Duration responseTimeout,
        @DefaultValue("128") @Min(1) @Max(10_000) int maxConnections,
        @DefaultValue("1024") @Min(1) @Max(100_000) int maxQueued,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration headerTimeout,
        @DefaultValue("30s") @DurationMin(millis = 1) Duration bodyTimeout,
        @DefaultValue("4KB") DataSize minBodyRate,
        @DefaultValue
                List<
                                @Pattern(
                                        regexp = "https?://[a-z0-9.\\[\\]:-]+",
                                        message =
                                                "must look like https://host or https://host:port")
                                String>
                        allowedOrigins,
        @Valid LimitSettings limits,
        @DefaultValue List<String> trustedProxies) {

    private static final int PART_OF_HEAP = 10;

    public GatewaySettings {
        services.forEach(GatewaySettings::requireBareAddress);
        requireBetween("max-body", maxBody, DataSize.ofBytes(1), DataSize.ofMegabytes(64));
        requireBetween("min-body-rate", minBodyRate, DataSize.ofBytes(1), DataSize.ofMegabytes(64));
        trustedProxies.forEach(range -> {
            var _ = AddressRange.parse(range);
        });
    }

    /** Bytes of all bodies above 16 KB that may be in memory at a time. */
    public long totalBody() {
        var given =
                maxTotalBody == null
                        ? Runtime.getRuntime().maxMemory() / PART_OF_HEAP
                        : maxTotalBody.toBytes();
        return Math.max(given, maxBody.toBytes());
    }

    public URI service(String name) {
        var address = services.get(name);
        if (address == null) {
            throw new IllegalArgumentException(
                    "lumbung.gateway.services.%s is missing".formatted(name));
        }
        return address;
    }

    public List<AddressRange> trustedRanges() {
        return trustedProxies.stream().map(AddressRange::parse).toList();
    }

    private static void requireBareAddress(String name, URI address) {
        var path = address.getRawPath();
        if (!("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                || address.getHost() == null
                || (path != null && !path.isEmpty())) {
            throw new IllegalArgumentException(
                    "The address of %s must look like http://host:port, without a path: %s"
                            .formatted(name, address));
        }
    }

    private static void requireBetween(String name, DataSize size, DataSize min, DataSize max) {
        if (size.compareTo(min) < 0 || size.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "lumbung.gateway.%s must be between %s and %s".formatted(name, min, max));
        }
    }
}
