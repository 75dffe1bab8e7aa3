package id.lumbung.backbone.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** A topic as a test reads it and writes to it. */
public record Topic(String name) {

    /** Everything on the topic now, from its beginning. */
    public List<ConsumerRecord<String, byte[]>> all() {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        Backends.kafka(),
                        "group.id",
                        "reader-" + UUID.randomUUID());
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(name).stream()
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** The records that match, once there are as many as expected. */
    public List<ConsumerRecord<String, byte[]>> await(
            int count, Predicate<ConsumerRecord<String, byte[]>> which) {
        return Awaitility.await(count + " records on " + name)
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> all().stream().filter(which).toList(), found -> found.size() >= count);
    }

    public void send(List<ProducerRecord<String, byte[]>> records) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        Backends.kafka(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        6 * 1024 * 1024);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var sent : records.stream().map(producer::send).toList()) {
                sent.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The broker did not take the records", e);
        }
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
