package id.lumbung.backbone.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates the topics a service writes and reads, and tries until the broker is there; the service
 * works meanwhile. Where services may not create topics, whoever runs the broker makes them, and
 * this only looks whether they are there.
 */
public final class Topics implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Topics.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    /** Far above any event: whatever a record is, it can be kept as a dead letter. */
    private static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;

    private static final int MAX_DEAD_LETTER_BYTES = 5 * 1024 * 1024;

    private final KafkaAdmin admin;
    private final TopicSettings settings;
    private final AtomicBoolean running = new AtomicBoolean();

    Topics(KafkaAdmin admin, TopicSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    @Override
    public void start() {
        running.set(true);
        var _ = Thread.ofVirtual().name("topics").start(this::createWhenPossible);
    }

    private void createWhenPossible() {
        var topics = settings.all().map(name -> topic(name, settings)).toArray(NewTopic[]::new);
        while (running.get()) {
            try {
                admin.createOrModifyTopics(topics);
                return;
            } catch (RuntimeException e) {
                log.warn(
                        "The topics are not ready yet: {}",
                        NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            }
            try {
                Thread.sleep(BETWEEN_TRIES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** A topic as this product wants it: name, partitions, replicas and how long it is kept. */
    public static NewTopic topic(String name, TopicSettings settings) {
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

    @Override
    public void stop() {
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
