package id.lumbung.backbone;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param topics that this service writes
 * @param reads topics that this service reads
 * @param group the consumer group it reads them as
 * @param replicas of each topic; three in production
 * @param largestEvent that is read; a larger one becomes a dead letter
 */
@Validated
@ConfigurationProperties("lumbung")
public record BackboneSettings(
        @DefaultValue List<String> topics,
        @DefaultValue List<String> reads,
        @DefaultValue("none") String group,
        @DefaultValue("12") @Min(1) @Max(1_000) int partitions,
        @DefaultValue("1") @Min(1) @Max(7) short replicas,
        @DefaultValue("30d") Duration retention,
        @DefaultValue("256KB") DataSize largestEvent) {}
