package id.lumbung.brokeraccess;

import id.lumbung.backbone.kafka.TopicSettings;
import id.lumbung.backbone.kafka.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The topics, and who may do what on the broker; and the work of whoever administers it, to bring
 * it there. Once {@link #apply} has returned, each user has its password, each topic is there, and
 * on these topics and groups, and for these users, no right stands that is not granted here. Rights
 * come before others go, so that services at work notice nothing. What concerns neither these
 * topics and groups nor these users is left alone.
 *
 * @param topics by name
 * @param groups the users that may be members of a consumer group, by its name
 */
public record BrokerAccess(Map<String, Topic> topics, Map<String, Set<String>> groups) {

    private static final int ITERATIONS = 8_192;
    private static final int SHORTEST_PASSWORD = 16;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** Who may write a topic, and who may read it. Either may also see that it is there. */
    public record Topic(Set<String> write, Set<String> read) {

        private static Topic of(String name, Object rights) {
            if (rights instanceof Map<?, ?> map && map.keySet().equals(Set.of("write", "read"))) {
                return new Topic(names(map.get("write")), names(map.get("read")));
            }
            throw new IllegalArgumentException(
                    "Topic %s needs exactly: write, read".formatted(name));
        }
    }

    /** Settings are those the services have, so that topics come out the same. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TopicSettings.class)
    static class Settings {}

    /**
     * Brings a broker to what a file grants.
     *
     * @param args the file of rights; the properties of an admin client; the folder where the
     *     password of each user stands in a file {@code kafka-<user>}
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 3) {
            System.err.println("BrokerAccess ACCESS_FILE ADMIN_PROPERTIES PASSWORDS_FOLDER");
            System.exit(2);
        }
        var access = read(Path.of(args[0]));
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(args[1]))) {
            properties.load(reader);
        }
        var context =
                new SpringApplicationBuilder(Settings.class)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .run();
        try (context;
                var admin = Admin.create(properties)) {
            access.apply(
                    admin,
                    context.getBean(TopicSettings.class),
                    passwords(access.users(), Path.of(args[2])));
        } catch (ExecutionException | IllegalArgumentException | IllegalStateException e) {
            System.err.println("The broker's access is not set: " + e.getMessage());
            System.exit(1);
        }
        System.out.printf(
                "The broker has %d topics, %d users and %d rights.%n",
                access.topics.size(), access.users().size(), access.rights().size());
    }

    /**
     * @throws IllegalArgumentException when the file says anything else than who may write and read
     *     topics and who may be in a group
     */
    public static BrokerAccess read(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (content instanceof Map<?, ?> map
                    && map.keySet().equals(Set.of("topics", "groups"))
                    && map.get("topics") instanceof Map<?, ?> topics
                    && map.get("groups") instanceof Map<?, ?> groups) {
                return new BrokerAccess(
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
    public Set<String> users() {
        var users = new TreeSet<String>();
        topics.values()
                .forEach(topic -> {
                    users.addAll(topic.write());
                    users.addAll(topic.read());
                });
        groups.values().forEach(users::addAll);
        return users;
    }

    /**
     * @param admin a client that may do anything
     * @param passwords by user, for all {@link #users}
     * @throws ExecutionException when the broker refuses; what was done before stays, and applying
     *     again goes on from there
     */
    public void apply(Admin admin, TopicSettings settings, Map<String, String> passwords)
            throws ExecutionException, InterruptedException {
        admin.alterUserScramCredentials(
                        users().stream().map(user -> credential(user, passwords)).toList())
                .all()
                .get();
        applyTopics(admin, settings);
        applyRights(admin);
    }

    private static UserScramCredentialAlteration credential(
            String user, Map<String, String> passwords) {
        var password = passwords.getOrDefault(user, "");
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "The password of %s is missing or shorter than %d"
                            .formatted(user, SHORTEST_PASSWORD));
        }
        return new UserScramCredentialUpsertion(
                user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password);
    }

    private void applyTopics(Admin admin, TopicSettings settings)
            throws ExecutionException, InterruptedException {
        var wanted = topics.keySet().stream().map(name -> Topics.topic(name, settings)).toList();
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

    private void applyRights(Admin admin) throws ExecutionException, InterruptedException {
        var wanted = rights();
        var missing = new HashSet<>(wanted);
        missing.removeAll(present(admin));
        admin.createAcls(missing).all().get();
        var tooMany = present(admin);
        tooMany.removeAll(wanted);
        var _ = admin.deleteAcls(tooMany.stream().map(AclBinding::toFilter).toList()).all().get();
        // The broker has agreed, but may have yet to act on it.
        var end = System.nanoTime() + TIMEOUT.toNanos();
        while (!present(admin).equals(wanted)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "The broker does not act on the rights it was given");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** The rights that stand, of those that concern these topics, groups and users. */
    private Set<AclBinding> present(Admin admin) throws ExecutionException, InterruptedException {
        var principals = users().stream().map(BrokerAccess::principal).collect(Collectors.toSet());
        return admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
                .filter(right ->
                        principals.contains(right.entry().principal())
                                || concerned(right.pattern()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean concerned(ResourcePattern pattern) {
        return switch (pattern.resourceType()) {
            case TOPIC -> topics.containsKey(pattern.name());
            case GROUP -> groups.containsKey(pattern.name());
            default -> false;
        };
    }

    private Set<AclBinding> rights() {
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

    private static String principal(String user) {
        return "User:" + user;
    }

    private static Map<String, String> passwords(Set<String> users, Path folder)
            throws IOException {
        var passwords = new HashMap<String, String>();
        for (var user : users) {
            var file = folder.resolve("kafka-" + user);
            passwords.put(user, Files.exists(file) ? Files.readString(file).strip() : "");
        }
        return passwords;
    }
}
