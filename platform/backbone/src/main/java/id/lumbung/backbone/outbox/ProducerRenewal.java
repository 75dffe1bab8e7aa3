package id.lumbung.backbone.outbox;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.kafka.core.KafkaTemplate;

/** Replaces the producer after failures that only a new one leaves behind. */
final class ProducerRenewal {

    private static final long MIN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final KafkaTemplate<String, byte[]> kafka;
    private volatile long renewedAt = System.nanoTime() - MIN_NANOS;

    ProducerRenewal(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /** Not for each message: a new producer costs a connection and a login. */
    void renewAfter(Throwable cause) {
        if (needsNewProducer(cause) && System.nanoTime() - renewedAt >= MIN_NANOS) {
            renewedAt = System.nanoTime();
            kafka.getProducerFactory().reset();
        }
    }

    /**
     * Whether the producer may have come into a state that only a new one leaves. A missing right
     * on a topic is none: a new producer would lack it, too.
     */
    private static boolean needsNewProducer(Throwable cause) {
        return cause instanceof ApiException
                && !(cause instanceof RetriableException)
                && !(cause instanceof AuthorizationException);
    }
}
