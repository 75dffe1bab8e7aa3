package id.lumbung.backbone.kafka;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Starts the listeners, and tries until they start: a consumer cannot be made while the broker's
 * name does not resolve, and the service must work meanwhile.
 */
final class ListenerStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ListenerStart.class);

    private final KafkaListenerEndpointRegistry listeners;
    private final RepeatedAttempt starting =
            new RepeatedAttempt("listener-start", this::areAllStarted);

    ListenerStart(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @Override
    public void start() {
        starting.start();
    }

    private boolean areAllStarted() {
        return listeners.getListenerContainers().stream().allMatch(ListenerStart::isStarted);
    }

    /** A container whose start failed half-way calls itself running; it is ended to start anew. */
    private static boolean isStarted(MessageListenerContainer container) {
        if (container.isRunning()) {
            return true;
        }
        try {
            container.start();
            return true;
        } catch (RuntimeException e) {
            log.warn(
                    "Nothing is read yet: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            container.stop();
            return false;
        }
    }

    @Override
    public void stop() {
        starting.stop();
    }

    @Override
    public boolean isRunning() {
        return starting.isRunning();
    }
}
