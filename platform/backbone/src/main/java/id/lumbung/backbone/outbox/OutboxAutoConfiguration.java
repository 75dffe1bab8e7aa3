package id.lumbung.backbone.outbox;

import static id.lumbung.backbone.security.AccessTable.platform;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.AccessTable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaTemplate;

/** The outbox of every service, its relay, and who may see and retry what is blocked. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxAutoConfiguration {

    @Bean
    AccessTable outboxAccess() {
        return AccessTable.of(
                platform(GET, "/outbox/blocked", OPERATOR).orScope("reconciliation.read"),
                platform(POST, "/outbox/blocked/{collection}/{documentId}/retry", OPERATOR));
    }

    @Bean
    OutboxRelay outboxRelay(
            KafkaTemplate<String, byte[]> kafka,
            MongoOperations mongo,
            Clock clock,
            OutboxSettings settings,
            MeterRegistry meters,
            @Value("${spring.application.name}") String service) {
        return new OutboxRelay(kafka, mongo, clock, settings, service, meters);
    }

    @Bean
    OutboxBacklog outboxBacklog(MongoOperations mongo, Clock clock) {
        return new OutboxBacklog(mongo, clock);
    }

    @Bean
    BlockedMessages blockedMessages(MongoOperations mongo) {
        return new BlockedMessages(mongo);
    }

    @Bean
    OutboxMetrics outboxMetrics(
            OutboxRelay relay,
            OutboxBacklog backlog,
            BlockedMessages blocked,
            MeterRegistry meters,
            Clock clock) {
        return new OutboxMetrics(relay, backlog, blocked, meters, clock);
    }

    @Bean
    BlockedMessagesController blockedMessagesController(
            BlockedMessages blocked,
            MongoOperations mongo,
            Clock clock,
            OutboxRelay relay,
            AuditLog audit) {
        return new BlockedMessagesController(
                blocked, new MessageBlocking(mongo, clock), relay, audit);
    }
}
