package id.lumbung.launcher.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's promises about processes and data folders, on real processes. */
class StackTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RECORDS = 500;

    @TempDir private Path folder;

    @Test
    void whatTheBrokerAcknowledgedOutlivesItsKill() throws Exception {
        try (var stack = stack(folder)) {
            stack.start(Part.KAFKA);
            create(stack.kafka(), "kept");
            send(stack.kafka(), "kept");
            var first = stack.pid(Part.KAFKA);
            stack.kill(Part.KAFKA);
            stack.start(Part.KAFKA);
            assertThat(stack.pid(Part.KAFKA)).isNotEqualTo(first);
            assertThat(read(stack.kafka(), "kept")).isEqualTo(numbers());
        }
        assertThat(StackFile.read(folder)).isEmpty();
    }

    @Test
    void aKilledLauncherLeavesNoProcessAndItsFolderCanBeUsedAgain() throws Exception {
        var launcher =
                new ProcessBuilder(
                                Home.java(),
                                "-cp",
                                Home.classPath(),
                                LauncherChild.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var output =
                new BufferedReader(new InputStreamReader(launcher.getInputStream(), UTF_8))) {
            assertThat(output.readLine()).isEqualTo("started");
            var children = StackFile.read(folder).orElseThrow().processes();
            assertThat(children).hasSize(2).allMatch(StackFile.Running::isAlive);
            assertThatThrownBy(() -> stack(folder))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("runs already")
                    .hasMessageContaining("./lumbung down");
            assertThatThrownBy(() -> Stack.deleteData(folder))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("End it first");
            launcher.destroyForcibly().waitFor();
            await().atMost(PATIENCE)
                    .until(() -> children.stream().noneMatch(StackFile.Running::isAlive));
        } finally {
            launcher.destroyForcibly().waitFor();
        }
        stack(folder).close();
    }

    @Test
    void aPortInUseIsRefusedBeforeAnythingStarts() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = embedded(folder).withPort(taken.getLocalPort());
            assertThatThrownBy(() -> new Stack(options, _ -> {}))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("Port %d is in use".formatted(taken.getLocalPort()))
                    .hasMessageContaining("--port");
        }
        stack(folder).close();
    }

    @Test
    void aFolderOfSomebodyElseIsNeitherUsedNorDeleted() throws IOException {
        var letter = Files.writeString(folder.resolve("letter.txt"), "keep me");
        assertThatThrownBy(() -> stack(folder))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("--data");
        assertThatThrownBy(() -> Stack.deleteData(folder))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("left as it is");
        assertThat(folder).isDirectoryContaining(letter::equals);
        assertThat(letter).hasContent("keep me");
    }

    @Test
    void aDamagedBrokerFolderIsToldWithWhatToDoAndLeavesNothingRunning() throws IOException {
        Path log;
        try (var stack = stack(folder)) {
            stack.start(Part.KAFKA);
            log = folder.resolve("kafka/log/meta.properties");
        }
        Files.writeString(log, "version=1\ncluster.id=somebody-else\nnode.id=7\n");
        try (var stack = stack(folder)) {
            assertThatThrownBy(() -> stack.start(Part.KAFKA))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("ended while it started")
                    .hasMessageContaining("--fresh");
            assertThat(stack.isAlive(Part.KAFKA)).isFalse();
        }
    }

    @Test
    void nothingIsLaunchedAfterTheEnd() {
        var stack = stack(folder);
        stack.close();
        assertThatThrownBy(() -> stack.start(Part.KAFKA))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("being ended");
        assertThat(stack.pid(Part.KAFKA)).isZero();
    }

    private static Stack stack(Path folder) {
        return new Stack(embedded(folder), _ -> {});
    }

    /** Whatever addresses the environment gives: these tests kill the embedded parts. */
    private static Stack.Options embedded(Path folder) {
        return new Stack.Options(folder, 0, false, false, false, Map.of());
    }

    private static List<String> numbers() {
        return IntStream.range(0, RECORDS).mapToObj(Integer::toString).toList();
    }

    private static void create(String kafka, String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void send(String kafka, String topic) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka, "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            var sent =
                    numbers().stream()
                            .map(number -> producer.send(new ProducerRecord<>(topic, number)))
                            .toList();
            for (var acknowledged : sent) {
                acknowledged.get();
            }
        }
    }

    private static List<String> read(String kafka, String topic) {
        var values = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            await().atMost(PATIENCE)
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200))
                                .forEach(record -> values.add(record.value()));
                        return values.size() >= RECORDS;
                    });
        }
        return values;
    }
}
