package id.lumbung.backbone.consumer;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while a batch waits for the infrastructure; says at which topic, partition and offset. */
final class ConsumerHealth extends AbstractHealthIndicator {

    private final ConsumerStalls stalls;

    ConsumerHealth(ConsumerStalls stalls) {
        this.stalls = stalls;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var waiting = stalls.now();
        builder.status(waiting.isEmpty() ? "UP" : "DOWN");
        waiting.forEach(stall ->
                builder.withDetail(
                        stall.partition().toString(),
                        "waits at offset %d since %d attempts: %s"
                                .formatted(stall.offset(), stall.attempts(), stall.failure())));
    }
}
