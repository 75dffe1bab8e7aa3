package id.lumbung.brokeraccess;

import id.lumbung.backbone.kafka.TopicSettings;
import id.lumbung.backbone.kafka.Topics;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.config.ConfigResource;

/**
 * The work of whoever administers a broker: once {@link #apply} has returned, each user has its
 * password, each topic is there with its settings, and the rights stand as {@link RightsUpdate}
 * says.
 */
final class BrokerUpdate {

    private static final int ITERATIONS = 8_192;
    private static final int MIN_PASSWORD = 16;

    private final AccessFile access;
    private final Admin admin;

    /**
     * @param admin a client that may do anything
     */
    BrokerUpdate(AccessFile access, Admin admin) {
        this.access = access;
        this.admin = admin;
    }

    /**
     * @param passwords by user, for all of them
     * @throws ExecutionException when the broker refuses; what was done before stays, and applying
     *     again goes on from there
     */
    void apply(TopicSettings settings, Map<String, String> passwords)
            throws ExecutionException, InterruptedException {
        admin.alterUserScramCredentials(
                        access.users().stream().map(user -> credential(user, passwords)).toList())
                .all()
                .get();
        topics(settings);
        new RightsUpdate(access, admin).apply();
    }

    private static UserScramCredentialAlteration credential(
            String user, Map<String, String> passwords) {
        var password = passwords.getOrDefault(user, "");
        if (password.length() < MIN_PASSWORD) {
            throw new IllegalArgumentException(
                    "The password of %s is missing or shorter than %d"
                            .formatted(user, MIN_PASSWORD));
        }
        return new UserScramCredentialUpsertion(
                user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password);
    }

    private void topics(TopicSettings settings) throws ExecutionException, InterruptedException {
        var wanted =
                access.topics().keySet().stream()
                        .map(name -> Topics.topic(name, settings))
                        .toList();
        var present = admin.listTopics().names().get();
        admin.createTopics(
                        wanted.stream().filter(topic -> !present.contains(topic.name())).toList())
                .all()
                .get();
        var old = wanted.stream().filter(topic -> present.contains(topic.name())).toList();
        admin.incrementalAlterConfigs(
                        old.stream()
                                .collect(
                                        Collectors.toMap(
                                                topic ->
                                                        new ConfigResource(
                                                                ConfigResource.Type.TOPIC,
                                                                topic.name()),
                                                topic -> changes(topic.configs()))))
                .all()
                .get();
        var tooFew =
                admin
                        .describeTopics(old.stream().map(NewTopic::name).toList())
                        .allTopicNames()
                        .get()
                        .values()
                        .stream()
                        .filter(topic -> topic.partitions().size() < settings.partitions())
                        .collect(
                                Collectors.toMap(
                                        TopicDescription::name,
                                        _ -> NewPartitions.increaseTo(settings.partitions())));
        admin.createPartitions(tooFew).all().get();
    }

    private static Collection<AlterConfigOp> changes(Map<String, String> configs) {
        return configs.entrySet().stream()
                .map(setting ->
                        new AlterConfigOp(
                                new ConfigEntry(setting.getKey(), setting.getValue()),
                                AlterConfigOp.OpType.SET))
                .toList();
    }
}
