package id.lumbung.launcher.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * One broker that is its own controller, with its data in a folder: {@code KafkaProcess PORT
 * CONTROLLER_PORT FOLDER}. Safe from the death of the process; what it has acknowledged is in its
 * log.
 */
public final class KafkaProcess {

    private KafkaProcess() {}

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[2]);
        var settings =
                BrokerSettings.of(Integer.parseInt(args[0]), Integer.parseInt(args[1]), folder);
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
        new BrokerFolder(folder).format(settings);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
        return server;
    }
}
