package id.lumbung.shu.reconciliation;

import id.lumbung.shu.ShuSettings;
import java.time.Duration;
import java.util.HashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShuSettings.class)
class ReconciliationConfiguration {

    private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(5);

    @Bean(destroyMethod = "close")
    ConsumerLag consumerLag(KafkaAdmin settings) {
        var properties = new HashMap<>(settings.getConfigurationProperties());
        var timeout = Math.toIntExact(BROKER_TIMEOUT.toMillis());
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
        return new ConsumerLag(() -> Admin.create(properties), BROKER_TIMEOUT);
    }
}
