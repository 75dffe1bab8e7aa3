package id.lumbung.backbone.kafka;

import org.apache.kafka.clients.admin.NewTopic;
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

    private final KafkaAdmin admin;
    private final TopicSettings settings;
    private final RepeatedAttempt creation = new RepeatedAttempt("topics", this::create);

    Topics(KafkaAdmin admin, TopicSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    @Override
    public void start() {
        creation.start();
    }

    private boolean create() {
        try {
            admin.createOrModifyTopics(
                    settings.all()
                            .map(name -> TopicShape.of(name, settings))
                            .toArray(NewTopic[]::new));
            return true;
        } catch (RuntimeException e) {
            log.warn(
                    "The topics are not ready yet: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return false;
        }
    }

    @Override
    public void stop() {
        creation.stop();
    }

    @Override
    public boolean isRunning() {
        return creation.isRunning();
    }
}
