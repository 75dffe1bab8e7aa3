package id.lumbung.backbone.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param enabled off only to measure what publishing costs; nothing is published then
 * @param grace how long a sweep leaves a fresh message to the instance that wrote it
 * @param lease how long a sweeper keeps what it claimed from other sweepers; longer than {@code
 *     delivery.timeout.ms}, or messages are sent twice
 * @param interval how often each instance sweeps
 * @param waiting how many documents may wait in memory for the broker; what comes on top waits in
 *     the database
 * @param inFlight how many documents may be on their way to the broker
 */
@Validated
@ConfigurationProperties("lumbung.outbox")
record OutboxSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10s") Duration grace,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("1s") Duration interval,
        @DefaultValue("8000") @Min(1) @Max(1_000_000) int waiting,
        @DefaultValue("4000") @Min(1) @Max(1_000_000) int inFlight) {}
