package id.lumbung.backbone;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Whether the broker answers. A service that tells facts stays ready without it: they wait in the
 * database.
 */
final class KafkaHealth extends AbstractHealthIndicator implements DisposableBean {

    private static final int PATIENCE_MILLIS = 2_000;
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Admin admin;
    private Instant askedAt = Instant.MIN;
    private int brokers;

    KafkaHealth(KafkaAdmin settings) {
        super("The broker does not answer");
        var properties =
                new java.util.HashMap<String, Object>(settings.getConfigurationProperties());
        properties.putAll(
                Map.of(
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS));
        this.admin = Admin.create(properties);
    }

    @Override
    protected synchronized void doHealthCheck(Health.Builder builder) throws Exception {
        if (askedAt.plus(FRESH).isBefore(Instant.now())) {
            brokers = 0;
            brokers =
                    admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                            .nodes()
                            .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                            .size();
            askedAt = Instant.now();
        }
        builder.status(brokers > 0 ? "UP" : "DOWN").withDetail("brokers", brokers);
    }

    @Override
    public void destroy() {
        admin.close(Duration.ofSeconds(1));
    }
}
