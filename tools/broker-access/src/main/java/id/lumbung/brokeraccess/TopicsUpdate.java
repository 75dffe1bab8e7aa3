package id.lumbung.brokeraccess;

import id.lumbung.backbone.kafka.TopicSettings;
import id.lumbung.backbone.kafka.TopicShape;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Has topics stand on the broker with these settings; a topic keeps the partitions it has. */
record TopicsUpdate(Admin admin, TopicSettings settings) {

    void apply(Set<String> names) throws ExecutionException, InterruptedException {
        var wanted = names.stream().map(name -> TopicShape.of(name, settings)).toList();
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
        addPartitions(old);
    }

    private void addPartitions(List<NewTopic> topics)
            throws ExecutionException, InterruptedException {
        var tooFew =
                admin
                        .describeTopics(topics.stream().map(NewTopic::name).toList())
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
