package id.lumbung.launcher.kafka;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of one broker on this machine, small enough to stand beside the services. */
final class BrokerSettings {

    private static final int LARGEST_RECORD = 6 * 1024 * 1024;

    private BrokerSettings() {}

    static Properties of(int port, int controllerPort, Path folder) {
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
}
