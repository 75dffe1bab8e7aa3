package id.lumbung.backbone.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Whether the broker answers. A service that publishes facts stays ready without it: they wait in
 * the database. The client is made when it is first asked for: making it fails while the broker's
 * name does not resolve, and a service must start then, too.
 */
final class KafkaHealth extends AbstractHealthIndicator implements DisposableBean {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Map<String, Object> properties;
    private @Nullable Admin admin;
    private long askedAt = System.nanoTime() - FRESH_NANOS;
    private int brokers;

    KafkaHealth(KafkaAdmin settings) {
        super("The broker does not answer");
        properties = new HashMap<>(settings.getConfigurationProperties());
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    }

    @Override
    protected synchronized void doHealthCheck(Health.Builder builder) throws Exception {
        if (System.nanoTime() - askedAt >= FRESH_NANOS) {
            brokers = 0;
            brokers =
                    admin().describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MILLIS))
                            .nodes()
                            .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                            .size();
            askedAt = System.nanoTime();
        }
        builder.status(brokers > 0 ? "UP" : "DOWN").withDetail("brokers", brokers);
    }

    private Admin admin() {
        var made = admin;
        if (made == null) {
            made = Admin.create(properties);
            admin = made;
        }
        return made;
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
