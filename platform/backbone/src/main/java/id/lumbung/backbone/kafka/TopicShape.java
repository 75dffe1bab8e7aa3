package id.lumbung.backbone.kafka;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** What topics are like: how much a record may hold, and how safely and how long it is kept. */
public final class TopicShape {

    /** Far above any event: whatever a record is, it can be kept as a dead letter. */
    private static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;

    private static final int MAX_DEAD_LETTER_BYTES = 5 * 1024 * 1024;

    private TopicShape() {}

    /** A topic as this product wants it: name, partitions, replicas and how long it is kept. */
    public static NewTopic of(String name, TopicSettings settings) {
        var maxBytes =
                TopicSettings.isDeadLetterTopic(name) ? MAX_DEAD_LETTER_BYTES : MAX_RECORD_BYTES;
        return new NewTopic(name, settings.partitions(), settings.replicas())
                .configs(
                        Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(settings.retention().toMillis()),
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                Integer.toString(maxBytes),
                                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                                Integer.toString(
                                        settings.replicas() > 1 ? settings.replicas() - 1 : 1),
                                TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG,
                                "false"));
    }
}
