package id.lumbung.backbone.fact;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.kafka.TopicSettings;
import id.lumbung.backbone.outbox.OutboxRelay;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** The facts of every service. */
@AutoConfiguration(
        afterName =
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@EnableConfigurationProperties(FactSettings.class)
class FactAutoConfiguration {

    @Bean
    OutletOwners outletOwners(MongoOperations mongo, AuditLog audit) {
        return new OutletOwners(mongo, audit);
    }

    @Bean
    FactStores factStores(
            TopicSettings topics,
            MongoOperations mongo,
            OutboxRelay relay,
            OutletOwners owners,
            Clock clock,
            FactSettings settings) {
        return new FactStores(topics.topics().getFirst(), mongo, relay, owners, clock, settings);
    }

    @Bean
    Republishing republishing(FactStores stores, OutboxRelay relay, Clock clock) {
        return new Republishing(stores, relay, clock);
    }
}
