package id.lumbung.shu.reconciliation;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands on topics and was not consumed yet. */
final class ConsumerLag implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ConsumerLag.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Supplier<Admin> client;
    private final Duration answerTimeout;
    private @Nullable Admin made;

    /**
     * @param client asked for when the broker is first asked: it cannot be made while the broker's
     *     name does not resolve, and the service must start then, too
     * @param answerTimeout to wait for each of the broker's answers
     */
    ConsumerLag(Supplier<Admin> client, Duration answerTimeout) {
        this.client = client;
        this.answerTimeout = answerTimeout;
    }

    private synchronized Admin admin() {
        var admin = made;
        if (admin == null) {
            admin = client.get();
            made = admin;
        }
        return admin;
    }

    /** The broker does not say how much there is. */
    static final class BrokerAway extends Exception {
        private static final long serialVersionUID = 1L;

        BrokerAway(Throwable cause) {
            super("The broker does not say what stands on the topics.", cause);
        }
    }

    /**
     * Looks where the topics end now, and waits until the group has consumed all up to there.
     *
     * @return how many records it lacks still when the time is over; zero where it has them all
     */
    long await(String group, Collection<String> topics, Duration timeout) throws BrokerAway {
        try {
            var partitions =
                    answer(admin().describeTopics(topics).allTopicNames()).values().stream()
                            .flatMap(topic ->
                                    topic.partitions().stream()
                                            .map(partition ->
                                                    new TopicPartition(
                                                            topic.name(), partition.partition())))
                            .toList();
            var ends = offsets(partitions, OffsetSpec::latest);
            var begins = offsets(partitions, OffsetSpec::earliest);
            var giveUp = System.nanoTime() + timeout.toNanos();
            while (true) {
                var behind = behind(group, ends, begins);
                if (behind == 0 || System.nanoTime() - giveUp >= 0) {
                    return behind;
                }
                TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            log.warn("The broker does not say what {} has to consume: {}", group, e.toString());
            throw new BrokerAway(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the journal", e);
        }
    }

    private Map<TopicPartition, Long> offsets(
            List<TopicPartition> partitions, Supplier<OffsetSpec> which)
            throws InterruptedException, ExecutionException, TimeoutException {
        var found =
                answer(
                        admin().listOffsets(
                                        partitions.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                partition -> partition,
                                                                _ -> which.get())))
                                .all());
        var offsets = new HashMap<TopicPartition, Long>();
        found.forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }

    /** Where nothing was ever committed, the group begins at the beginning. */
    private long behind(
            String group, Map<TopicPartition, Long> ends, Map<TopicPartition, Long> begins)
            throws InterruptedException, ExecutionException, TimeoutException {
        var committed =
                answer(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        var behind = 0L;
        for (var end : ends.entrySet()) {
            var offset = committed.get(end.getKey());
            var from = offset == null ? begins.getOrDefault(end.getKey(), 0L) : offset.offset();
            behind += Math.max(0, end.getValue() - from);
        }
        return behind;
    }

    private <T> T answer(KafkaFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void close() {
        if (made != null) {
            made.close(Duration.ofSeconds(1));
        }
    }
}
