package id.lumbung.brokeraccess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The topics of the product, and who may do what on the broker: {@code ops/kafka/access.yml}.
 *
 * @param topics by name
 * @param groups the users that may be members of a consumer group, by its name
 */
record AccessFile(Map<String, Topic> topics, Map<String, Set<String>> groups) {

    /** Who may write a topic, and who may read it. Either may also see that it is there. */
    record Topic(Set<String> write, Set<String> read) {

        private static Topic of(String name, Object rights) {
            if (rights instanceof Map<?, ?> map && map.keySet().equals(Set.of("write", "read"))) {
                return new Topic(names(map.get("write")), names(map.get("read")));
            }
            throw new IllegalArgumentException(
                    "Topic %s needs exactly: write, read".formatted(name));
        }
    }

    /**
     * @throws IllegalArgumentException when the file says anything else than who may write and read
     *     topics and who may be in a group
     */
    static AccessFile read(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (content instanceof Map<?, ?> map
                    && map.keySet().equals(Set.of("topics", "groups"))
                    && map.get("topics") instanceof Map<?, ?> topics
                    && map.get("groups") instanceof Map<?, ?> groups) {
                return new AccessFile(
                        topics.entrySet().stream()
                                .collect(
                                        Collectors.toUnmodifiableMap(
                                                topic -> String.valueOf(topic.getKey()),
                                                topic ->
                                                        Topic.of(
                                                                String.valueOf(topic.getKey()),
                                                                topic.getValue()))),
                        groups.entrySet().stream()
                                .collect(
                                        Collectors.toUnmodifiableMap(
                                                group -> String.valueOf(group.getKey()),
                                                group -> names(group.getValue()))));
            }
        }
        throw new IllegalArgumentException(file + " needs exactly: topics, groups");
    }

    private static Set<String> names(@Nullable Object list) {
        if (list instanceof List<?> names) {
            return names.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
        }
        throw new IllegalArgumentException("Not a list of users: " + list);
    }

    /** Everybody who is granted anything. */
    Set<String> users() {
        var users = new TreeSet<String>();
        topics.values()
                .forEach(topic -> {
                    users.addAll(topic.write());
                    users.addAll(topic.read());
                });
        groups.values().forEach(users::addAll);
        return users;
    }

    Set<AclBinding> rights() {
        var onTopics =
                topics.entrySet().stream()
                        .flatMap(topic ->
                                Stream.concat(
                                        topic.getValue().write().stream()
                                                .map(user ->
                                                        right(
                                                                ResourceType.TOPIC,
                                                                topic.getKey(),
                                                                user,
                                                                AclOperation.WRITE)),
                                        topic.getValue().read().stream()
                                                .map(user ->
                                                        right(
                                                                ResourceType.TOPIC,
                                                                topic.getKey(),
                                                                user,
                                                                AclOperation.READ))));
        var onGroups =
                groups.entrySet().stream()
                        .flatMap(group ->
                                group.getValue().stream()
                                        .map(user ->
                                                right(
                                                        ResourceType.GROUP,
                                                        group.getKey(),
                                                        user,
                                                        AclOperation.READ)));
        return Stream.concat(onTopics, onGroups).collect(Collectors.toSet());
    }

    private static AclBinding right(
            ResourceType type, String name, String user, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry(principal(user), "*", operation, AclPermissionType.ALLOW));
    }

    static String principal(String user) {
        return "User:" + user;
    }

    /** Whether something is among these topics and groups. */
    boolean concerns(ResourcePattern pattern) {
        return switch (pattern.resourceType()) {
            case TOPIC -> topics.containsKey(pattern.name());
            case GROUP -> groups.containsKey(pattern.name());
            default -> false;
        };
    }
}
