package id.lumbung.backbone.kafka;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics of a service, and whether the broker answers. */
@AutoConfiguration(
        afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@EnableConfigurationProperties(TopicSettings.class)
class BrokerAutoConfiguration {

    @Bean
    Topics topics(KafkaAdmin admin, TopicSettings settings) {
        return new Topics(admin, settings);
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(KafkaAdmin admin) {
        return new KafkaHealth(admin);
    }

    @Bean
    ListenerStart listenerStart(KafkaListenerEndpointRegistry listeners) {
        return new ListenerStart(listeners);
    }
}
