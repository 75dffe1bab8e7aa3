package id.lumbung.backbone.kafka;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param topics that this service writes; the first is where its facts go
 * @param reads topics that this service reads
 * @param group the consumer group it reads them as
 * @param replicas of each topic; three in production
 * @param maxEvent that is read; a larger one becomes a dead letter
 */
@Validated
@ConfigurationProperties("lumbung.kafka")
public record TopicSettings(
        @DefaultValue List<String> topics,
        @DefaultValue List<String> reads,
        @DefaultValue("none") String group,
        @DefaultValue("12") @Min(1) @Max(1_000) int partitions,
        @DefaultValue("1") @Min(1) @Max(7) short replicas,
        @DefaultValue("30d") Duration retention,
        @DefaultValue("256KB") DataSize maxEvent) {

    private static final String DEAD_LETTERS = ".dlt";

    /** Where what this service cannot consume of a topic goes. */
    public String deadLetterTopic(String topic) {
        return topic + "." + group + DEAD_LETTERS;
    }

    /** Where what this service cannot consume goes, of all that it reads. */
    public List<String> deadLetterTopics() {
        return reads.stream().map(this::deadLetterTopic).toList();
    }

    /** The consumer group that stores this service's dead letters. */
    public String deadLetterGroup() {
        return group + ".dead-letters";
    }

    static boolean isDeadLetterTopic(String topic) {
        return topic.endsWith(DEAD_LETTERS);
    }

    Stream<String> all() {
        return Stream.of(topics, reads, deadLetterTopics()).flatMap(List::stream).distinct();
    }
}
