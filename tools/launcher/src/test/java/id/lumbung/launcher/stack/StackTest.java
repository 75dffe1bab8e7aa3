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

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int RECORDS = 500;

    @TempDir private Path folder;

    @Test
    void whatTheBrokerAcknowledgedOutlivesItsKill() throws Exception {
        try (var stack = stack(folder)) {
            stack.start(StackPart.KAFKA);
            create(stack.kafka(), "kept");
            send(stack.kafka(), "kept");
            var first = stack.pid(StackPart.KAFKA);
            stack.kill(StackPart.KAFKA);
            stack.start(StackPart.KAFKA);
            assertThat(stack.pid(StackPart.KAFKA)).isNotEqualTo(first);
            assertThat(read(stack.kafka(), "kept")).isEqualTo(numbers());
        }
        assertThat(StackFile.read(folder)).isEmpty();
    }

    @Test
    void aKilledLauncherLeavesNoProcessAndItsFolderCanBeUsedAgain() throws Exception {
        var launcher =
                new ProcessBuilder(
                                ProjectHome.java(),
                                "-cp",
                                ProjectHome.classPath(),
                                LauncherChild.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var output =
                new BufferedReader(new InputStreamReader(launcher.getInputStream(), UTF_8))) {
            assertThat(output.readLine()).isEqualTo("started");
            var children = StackFile.read(folder).orElseThrow().processes();
            assertThat(children).hasSize(2).allMatch(RunningProcess::isAlive);
            assertThatThrownBy(() -> stack(folder))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("runs already")
                    .hasMessageContaining("./lumbung down");
            assertThatThrownBy(() -> DataRemoval.from(folder))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("End it first");
            launcher.destroyForcibly().waitFor();
            await().atMost(TIMEOUT)
                    .until(() -> children.stream().noneMatch(RunningProcess::isAlive));
        } finally {
            launcher.destroyForcibly().waitFor();
        }
        stack(folder).close();
    }

    /** Process ids come round again: what has the launcher's by now is somebody else's. */
    @Test
    void downEndsNobodyWhoOnlyHasTheLaunchersProcessId() {
        try (var stack = stack(folder)) {
            stack.start(StackPart.MONGODB);
            var file = StackFile.read(folder).orElseThrow();
            assertThat(file.watchingLauncher()).contains(ProcessHandle.current());
            var later =
                    new StackFile(
                            file.launcher(),
                            file.launcherStartedAt() - 1,
                            file.gateway(),
                            file.processes());
            assertThat(later.watchingLauncher()).isEmpty();
        }
    }

    @Test
    void aPortInUseIsRefusedBeforeAnythingStarts() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = StackOptions.embedded(folder).withPort(taken.getLocalPort());
            assertThatThrownBy(() -> new Stack(options, _ -> {}))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("Port %d is in use".formatted(taken.getLocalPort()))
                    .hasMessageContaining("--port");
        }
        stack(folder).close();
    }

    @Test
    void aFolderOfSomebodyElseIsNeitherUsedNorDeleted() throws IOException {
        var letter = Files.writeString(folder.resolve("letter.txt"), "keep me");
        assertThatThrownBy(() -> stack(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--data");
        assertThatThrownBy(() -> DataRemoval.from(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("left as it is");
        assertThat(folder).isDirectoryContaining(letter::equals);
        assertThat(letter).hasContent("keep me");
    }

    @Test
    void aDamagedBrokerFolderIsToldWithWhatToDoAndLeavesNothingRunning() throws IOException {
        Path log;
        try (var stack = stack(folder)) {
            stack.start(StackPart.KAFKA);
            log = folder.resolve("kafka/log/meta.properties");
        }
        Files.writeString(log, "version=1\ncluster.id=somebody-else\nnode.id=7\n");
        try (var stack = stack(folder)) {
            assertThatThrownBy(() -> stack.start(StackPart.KAFKA))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("ended while it started")
                    .hasMessageContaining("--fresh");
            assertThat(stack.isAlive(StackPart.KAFKA)).isFalse();
        }
    }

    @Test
    void nothingIsLaunchedAfterTheEnd() {
        var stack = stack(folder);
        stack.close();
        assertThatThrownBy(() -> stack.start(StackPart.KAFKA))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("being ended");
        assertThat(stack.pid(StackPart.KAFKA)).isZero();
    }

    private static Stack stack(Path folder) {
        return new Stack(StackOptions.embedded(folder), _ -> {});
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
            await().atMost(TIMEOUT)
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200))
                                .forEach(record -> values.add(record.value()));
                        return values.size() >= RECORDS;
                    });
        }
        return values;
    }
}
