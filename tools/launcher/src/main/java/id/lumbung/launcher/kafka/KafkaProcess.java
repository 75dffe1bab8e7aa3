package id.lumbung.launcher.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One broker that is its own controller, with its data in a folder: {@code KafkaProcess PORT
 * CONTROLLER_PORT FOLDER}. Safe from the death of the process; what it has acknowledged is in its
 * log.
 */
public final class KafkaProcess {

    private static final int LARGEST_RECORD = 6 * 1024 * 1024;

    private KafkaProcess() {}

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[2]);
        var settings = settings(Integer.parseInt(args[0]), Integer.parseInt(args[1]), folder);
        try {
            var server = start(folder, settings);
            Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
            System.out.println("Kafka ready at 127.0.0.1:" + args[0]);
            server.awaitShutdown();
        } catch (RuntimeException e) {
            System.err.printf(
                    "The broker cannot start on %s: %s%nIf another broker runs there, end it; if the folder is damaged, move it away or start with --fresh.%n",
                    folder, e.getMessage());
            // The broker's threads keep the process alive otherwise.
            Runtime.getRuntime().halt(1);
        }
    }

    public static KafkaRaftServer start(Path folder, Properties settings) throws IOException {
        format(folder, settings);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
        return server;
    }

    private static Properties settings(int port, int controllerPort, Path folder) {
        var settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty(
                "listeners",
                "BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.setProperty("advertised.listeners", "BROKER://127.0.0.1:" + port);
        settings.setProperty(
                "listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("inter.broker.listener.name", "BROKER");
        settings.setProperty("log.dirs", folder.resolve("log").toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("unclean.leader.election.enable", "false");
        settings.setProperty("message.max.bytes", Integer.toString(LARGEST_RECORD));
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "2");
        settings.setProperty("background.threads", "2");
        settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        // A consumer that was killed holds its partitions no longer than this.
        settings.setProperty("group.consumer.min.session.timeout.ms", "15000");
        settings.setProperty("group.consumer.session.timeout.ms", "15000");
        settings.setProperty("group.consumer.min.heartbeat.interval.ms", "3000");
        settings.setProperty("group.consumer.heartbeat.interval.ms", "3000");
        settings.setProperty("log.retention.hours", Integer.toString(30 * 24));
        settings.setProperty("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
        settings.setProperty("log.index.size.max.bytes", Integer.toString(256 * 1024));
        return settings;
    }

    private static void format(Path folder, Properties settings) throws IOException {
        var file = folder.resolve("broker.properties");
        var _ = Files.createDirectories(folder);
        var text = new StringWriter();
        settings.store(text, null);
        Files.writeString(file, text.toString());
        var output = new ByteArrayOutputStream();
        var clusterId = folder.resolve("cluster-id");
        if (!Files.exists(clusterId)) {
            Files.writeString(clusterId, Uuid.randomUuid().toString());
        }
        var code =
                StorageTool.execute(
                        new String[] {
                            "format",
                            "--config",
                            file.toString(),
                            "--cluster-id",
                            Files.readString(clusterId),
                            "--ignore-formatted"
                        },
                        new PrintStream(output, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new IllegalStateException(output.toString(StandardCharsets.UTF_8).strip());
        }
    }
}
