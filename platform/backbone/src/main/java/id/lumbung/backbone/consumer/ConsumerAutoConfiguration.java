package id.lumbung.backbone.consumer;

import static id.lumbung.backbone.security.AccessTable.inCode;
import static id.lumbung.backbone.security.AccessTable.platform;
import static id.lumbung.backbone.security.AccessTable.query;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static id.lumbung.backbone.security.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.kafka.TopicSettings;
import id.lumbung.backbone.security.AccessTable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** What only a service that reads events needs: one that has an {@link EventHandler}. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@ConditionalOnBean(EventHandler.class)
class ConsumerAutoConfiguration {

    private static final long FIRST_RETRY_MILLIS = 500;
    private static final long MAX_RETRY_MILLIS = 10_000;

    @Bean
    AccessTable deadLetterAccess() {
        return AccessTable.of(
                query(GET, "/dead-letters", OPERATOR, SUPERVISOR).orScope("reconciliation.read"),
                inCode(GET, "/dead-letters/{id}", OPERATOR, SUPERVISOR),
                platform(GET, "/dead-letters/{id}/value", OPERATOR),
                platform(GET, "/dead-letters/causes", OPERATOR),
                platform(GET, "/dead-letters/{id}/preview", OPERATOR),
                platform(POST, "/dead-letters/{id}/replay", OPERATOR),
                platform(POST, "/dead-letters/replays", OPERATOR),
                platform(PUT, "/dead-letters/{id}/decision", OPERATOR),
                inCode(PUT, "/dead-letters/{id}/decision/consent", OPERATOR, SUPERVISOR),
                platform(DELETE, "/dead-letters/{id}/decision", OPERATOR));
    }

    @Bean
    EventReader eventReader(TopicSettings settings) {
        return new EventReader(Math.toIntExact(settings.maxEvent().toBytes()));
    }

    @Bean
    ConsumerStalls consumerStalls(MeterRegistry meters) {
        return new ConsumerStalls(meters);
    }

    @Bean
    ConsumerHealth consumerHealthIndicator(ConsumerStalls stalls) {
        return new ConsumerHealth(stalls);
    }

    @Bean
    BatchConsumer batchConsumer(
            EventReader reader,
            EventHandler handler,
            KafkaTemplate<String, byte[]> kafka,
            TopicSettings settings,
            ConsumerStalls stalls) {
        return new BatchConsumer(reader, handler, new DeadLetterPublisher(kafka, settings), stalls);
    }

    @Bean
    DeadLetterStore deadLetterStore(MongoOperations mongo, Clock clock, MeterRegistry meters) {
        return new DeadLetterStore(mongo, clock, meters);
    }

    @Bean
    DeadLetterReplay deadLetterReplay(
            DeadLetterStore letters,
            EventReader reader,
            BatchConsumer consumer,
            EventHandler handler,
            AuditLog audit,
            Clock clock) {
        return new DeadLetterReplay(letters, reader, consumer, handler, audit, clock);
    }

    @Bean
    DeadLetterController deadLetterController(
            DeadLetterStore letters, DeadLetterReplay replay, AuditLog audit) {
        return new DeadLetterController(letters, replay, audit);
    }

    @Bean
    DeadLetterReplayController deadLetterReplayController(DeadLetterReplay replay) {
        return new DeadLetterReplayController(replay);
    }

    @Bean
    DeadLetterDecisionController deadLetterDecisionController(
            DeadLetterStore letters, DeadLetterReplay replay, AuditLog audit, Clock clock) {
        return new DeadLetterDecisionController(
                new DeadLetterDecisions(letters, replay, audit, clock));
    }

    @Bean
    EventListener eventListener(
            TopicSettings settings, BatchConsumer consumer, DeadLetterStore deadLetters) {
        return new EventListener(settings, consumer, deadLetters);
    }

    /**
     * Only the infrastructure throws out of a listener: the batch waits and comes again, for ever.
     */
    @Bean
    CommonErrorHandler retryForEver() {
        var backOff = new ExponentialBackOff(FIRST_RETRY_MILLIS, 2);
        backOff.setMaxInterval(MAX_RETRY_MILLIS);
        var handler = new DefaultErrorHandler(backOff);
        handler.setClassifications(Map.of(), true);
        return handler;
    }
}
