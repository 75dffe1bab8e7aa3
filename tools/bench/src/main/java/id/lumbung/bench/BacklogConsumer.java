package id.lumbung.bench;

import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A reader of the whole backlog, set up as the journal's is. */
final class BacklogConsumer {

    private static final int MAX_POLLED = 1_000;

    private BacklogConsumer() {}

    /** From the first record of every partition on. */
    static KafkaConsumer<String, byte[]> fromBeginning(String kafka) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        "bench-" + UUID.randomUUID(),
                        "max.poll.records",
                        MAX_POLLED);
        var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions =
                consumer.partitionsFor(BacklogEvents.TOPIC).stream()
                        .map(it -> new TopicPartition(it.topic(), it.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
