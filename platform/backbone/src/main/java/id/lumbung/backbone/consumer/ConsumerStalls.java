package id.lumbung.backbone.consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits because the infrastructure fails: said in the log at each attempt, in metrics and in
 * the health. A batch that waits holds back whatever comes after it on its partitions.
 */
final class ConsumerStalls {

    private static final Logger log = LoggerFactory.getLogger(ConsumerStalls.class);

    /** Without an attempt for so long, another instance has the partition. */
    private static final long FORGOTTEN_NANOS = Duration.ofMinutes(2).toNanos();

    private final Map<TopicPartition, Stall> stalls = new ConcurrentHashMap<>();
    private final Counter retries;

    /**
     * @param offset of the first record that waits
     * @param failure the class of what fails
     */
    record Stall(
            TopicPartition partition,
            long offset,
            String failure,
            int attempts,
            long since,
            long last) {

        Stall again(String nextFailure, long now) {
            return new Stall(partition, offset, nextFailure, attempts + 1, since, now);
        }

        double seconds(long now) {
            return (now - since) / 1e9;
        }
    }

    ConsumerStalls(MeterRegistry meters) {
        this.retries =
                Counter.builder("lumbung.consumer.retries")
                        .description("Batches that waited because the infrastructure failed")
                        .register(meters);
        var _ =
                Gauge.builder("lumbung.consumer.stalled", this, ConsumerStalls::longestSeconds)
                        .baseUnit("seconds")
                        .description("How long the batch has waited that waits longest")
                        .register(meters);
    }

    void failed(List<ConsumerRecord<String, byte[]>> records, RuntimeException failure) {
        retries.increment();
        var now = System.nanoTime();
        var cause = innermost(failure).getClass().getSimpleName();
        for (var record : records) {
            var partition = new TopicPartition(record.topic(), record.partition());
            var stall =
                    stalls.compute(
                            partition,
                            (_, known) ->
                                    known == null
                                            ? new Stall(
                                                    partition, record.offset(), cause, 1, now, now)
                                            : known.last() == now
                                                    ? known
                                                    : known.again(cause, now));
            if (stall.offset() == record.offset()) {
                log.warn(
                        "{} waits at offset {} and is tried again ({}. attempt, for {} s): {}",
                        partition,
                        record.offset(),
                        stall.attempts(),
                        Math.round(stall.seconds(now)),
                        cause);
            }
        }
    }

    void succeeded(List<ConsumerRecord<String, byte[]>> records) {
        if (!stalls.isEmpty()) {
            records.forEach(record ->
                    stalls.remove(new TopicPartition(record.topic(), record.partition())));
        }
    }

    List<Stall> now() {
        var now = System.nanoTime();
        stalls.values().removeIf(stall -> now - stall.last() > FORGOTTEN_NANOS);
        return List.copyOf(stalls.values());
    }

    private double longestSeconds() {
        var now = System.nanoTime();
        return now().stream().mapToDouble(stall -> stall.seconds(now)).max().orElse(0);
    }

    private static Throwable innermost(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
