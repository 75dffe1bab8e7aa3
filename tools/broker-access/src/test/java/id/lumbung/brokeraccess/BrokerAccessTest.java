package id.lumbung.brokeraccess;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.lumbung.backbone.kafka.TopicSettings;
import id.lumbung.launcher.kafka.KafkaProcess;
import id.lumbung.launcher.stack.Ports;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.kafka.core.KafkaAdmin;
import org.yaml.snakeyaml.Yaml;

/** The real broker as docker-compose.yml starts it, from the same files in {@code ops/kafka}. */
class BrokerAccessTest {

    private static final Path OPS = Path.of("../../ops/kafka");
    private static final List<String> SERVICES = List.of("membership", "pharmacy", "clinic", "shu");

    /** As services have them by default, but for few partitions: many take long to make. */
    private static final TopicSettings SETTINGS =
            new Binder(new MapConfigurationPropertySource(Map.of("lumbung.kafka.partitions", 2)))
                    .bindOrCreate("lumbung.kafka", TopicSettings.class);

    /** Who may write a topic, and who may read it, as the design has it. */
    private static final Map<String, AccessFile.Topic> DESIGN =
            Map.ofEntries(
                    topic("membership", Set.of("membership"), Set.of("shu")),
                    topic("pharmacy", Set.of("pharmacy"), Set.of("shu")),
                    topic("clinic", Set.of("clinic"), Set.of("shu")),
                    topic("shu", Set.of("shu"), Set.of("membership")),
                    topic("membership.shu.dlt", Set.of("shu"), Set.of("shu")),
                    topic("pharmacy.shu.dlt", Set.of("shu"), Set.of("shu")),
                    topic("clinic.shu.dlt", Set.of("shu"), Set.of("shu")),
                    topic("shu.membership.dlt", Set.of("membership"), Set.of("membership")));

    private static Map.Entry<String, AccessFile.Topic> topic(
            String name, Set<String> writers, Set<String> readers) {
        return entry(name, new AccessFile.Topic(writers, readers));
    }

    @TempDir private static Path folder;

    private static AccessFile access;
    private static KafkaRaftServer server;
    private static Admin admin;
    private static String address;
    private static BrokerUsers users;

    @BeforeAll
    static void startAndApply() throws Exception {
        var secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("kafka-admin"), BrokerUsers.password("admin"));
        var ports = List.of(Ports.free(), Ports.free(), Ports.free());
        address = "127.0.0.1:" + ports.getFirst();
        users = new BrokerUsers(address);
        server =
                KafkaProcess.start(
                        folder.resolve("broker"), properties("server.properties", secrets, ports));
        admin = Admin.create(properties("admin.properties", secrets, ports));
        access = AccessFile.read(OPS.resolve("access.yml"));
        apply();
    }

    private static void apply() throws Exception {
        var passwords = new HashMap<String, String>();
        SERVICES.forEach(service -> passwords.put(service, BrokerUsers.password(service)));
        new BrokerUpdate(access, admin).apply(SETTINGS, passwords);
    }

    /** A file of {@code ops/kafka} at this machine's ports and folders. */
    private static Properties properties(String file, Path secrets, List<Integer> ports)
            throws IOException {
        var text =
                Files.readString(OPS.resolve(file))
                        .replace("SERVICES://:9092", "SERVICES://" + address)
                        .replace("kafka:9092", address)
                        .replace(":9093", ":" + ports.get(1))
                        .replace(":9094", ":" + ports.get(2))
                        .replace("/var/lib/kafka/data", folder.resolve("log").toString())
                        .replace("/run/secrets", secrets.toString());
        var properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }

    @AfterAll
    static void stop() {
        admin.close();
        server.shutdown();
        server.awaitShutdown();
    }

    @Test
    void eachWritesItsOwnTopicsAndReadsWhatIsMeantForIt() throws Exception {
        var writers = new HashMap<String, Set<String>>();
        var readers = new HashMap<String, Set<String>>();
        for (var service : SERVICES) {
            try (var producer = BrokerUsers.producer(users.as(service));
                    var consumer = BrokerUsers.consumer(users.as(service))) {
                for (var topic : DESIGN.keySet()) {
                    if (allowed(() -> producer.send(new ProducerRecord<>(topic, "x")).get())) {
                        writers.computeIfAbsent(topic, _ -> new TreeSet<>()).add(service);
                    }
                    if (allowed(() -> read(consumer, topic))) {
                        readers.computeIfAbsent(topic, _ -> new TreeSet<>()).add(service);
                    }
                }
            }
        }
        assertThat(admin.listTopics().names().get()).isEqualTo(DESIGN.keySet());
        DESIGN.forEach((topic, rights) -> {
            assertThat(writers.getOrDefault(topic, Set.of()))
                    .as("who writes " + topic)
                    .isEqualTo(rights.write());
            assertThat(readers.getOrDefault(topic, Set.of()))
                    .as("who reads " + topic)
                    .isEqualTo(rights.read());
        });
    }

    /** Refused for want of a right, or not at all: anything else fails the test. */
    private static boolean allowed(ThrowingCallable action) {
        var failure = catchThrowable(action);
        if (failure instanceof ExecutionException e) {
            failure = e.getCause();
        }
        if (failure != null) {
            assertThat(failure).isInstanceOf(TopicAuthorizationException.class);
        }
        return failure == null;
    }

    private static void read(KafkaConsumer<String, String> consumer, String topic) {
        var partition = new TopicPartition(topic, 0);
        try {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.position(partition, Duration.ofSeconds(10))).isZero();
            var _ = consumer.poll(Duration.ofMillis(100));
        } finally {
            consumer.unsubscribe();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shu", "shu.dead-letters"})
    void theJournalReadsInItsGroupsAndSeesHowFarItHasCome(String group) throws Exception {
        var topics =
                Stream.of("membership", "pharmacy", "clinic")
                        .map(topic -> group.equals("shu") ? topic : topic + ".shu.dlt")
                        .toList();
        for (var topic : topics) {
            try (var producer =
                    BrokerUsers.producer(users.as(topic.endsWith(".dlt") ? "shu" : topic))) {
                var _ = producer.send(new ProducerRecord<>(topic, group)).get();
            }
        }
        var read = new TreeSet<String>();
        try (var consumer = BrokerUsers.consumer(users.as("shu", "group.id", group))) {
            consumer.subscribe(topics);
            var end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            while (read.size() < topics.size() && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(record.topic()));
            }
            consumer.commitSync();
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(topics);
        try (var client = Admin.create(users.as("shu"))) {
            var committed =
                    client.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            assertThat(committed.keySet().stream().map(TopicPartition::topic)).containsAll(topics);
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            committed.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
            assertThat(client.listOffsets(ends).all().get()).hasSameSizeAs(committed);
            assertThat(client.describeConsumerGroups(List.of(group)).all().get())
                    .containsKey(group);
        }
    }

    @Test
    void nobodyReadsInAnothersGroup() {
        try (var consumer = BrokerUsers.consumer(users.as("pharmacy", "group.id", "shu"))) {
            var own = new TopicPartition("pharmacy", 0);
            assertThatThrownBy(() -> consumer.committed(Set.of(own)))
                    .isInstanceOf(GroupAuthorizationException.class);
            assertThatThrownBy(() -> consumer.commitSync(Map.of(own, new OffsetAndMetadata(0))))
                    .isInstanceOf(GroupAuthorizationException.class);
        }
        try (var client = Admin.create(users.as("pharmacy"))) {
            assertForbidden(() ->
                    client.listConsumerGroupOffsets("shu").partitionsToOffsetAndMetadata().get());
        }
    }

    @Test
    void nobodyComesInWithoutAPassword() {
        var anonymous = users.as("shu");
        anonymous.keySet().removeIf(key -> key.startsWith("sasl.") || key.startsWith("security."));
        anonymous.put("default.api.timeout.ms", 1_000);
        anonymous.put("request.timeout.ms", 1_000);
        assertRefused(anonymous, TimeoutException.class);
        assertRefused(
                users.as(
                        "shu",
                        "sasl.jaas.config",
                        BrokerUsers.jaas("shu", BrokerUsers.password("pharmacy"))),
                SaslAuthenticationException.class);
        assertRefused(users.as("nobody"), SaslAuthenticationException.class);
        // Whoever administers the broker comes in by the loopback only.
        assertRefused(users.as("admin"), SaslAuthenticationException.class);
    }

    private static void assertRefused(Map<String, Object> client, Class<? extends Throwable> by) {
        try (var refused = Admin.create(client)) {
            assertThatThrownBy(() -> refused.describeCluster().nodes().get())
                    .hasCauseInstanceOf(by);
        }
    }

    /**
     * What {@code Topics} and the health of a service ask, for each service as it is configured.
     */
    @Test
    void servicesFindTheirTopicsAndMayNotMakeOrChangeAny() throws Exception {
        for (var service : SERVICES) {
            var configured = configured(service);
            var topics = new ArrayList<>(configured.topics());
            configured
                    .reads()
                    .forEach(topic -> {
                        topics.add(topic);
                        topics.add(topic + "." + configured.group() + ".dlt");
                    });
            new KafkaAdmin(users.as(service))
                    .createOrModifyTopics(
                            topics.stream()
                                    .map(topic ->
                                            new NewTopic(topic, SETTINGS.partitions(), (short) 1))
                                    .toArray(NewTopic[]::new));
            try (var client = Admin.create(users.as(service))) {
                assertThat(client.describeCluster().nodes().get()).hasSize(1);
                var more = List.of(new NewTopic(service + ".more", 1, (short) 1));
                assertForbidden(() -> client.createTopics(more).all().get());
                assertForbidden(() -> client.deleteTopics(List.of(service)).all().get());
                assertForbidden(
                        () -> client.incrementalAlterConfigs(forgetting(service)).all().get());
                assertForbidden(() -> client.describeAcls(AclBindingFilter.ANY).values().get());
                assertForbidden(() -> client.describeUserScramCredentials().all().get());
            }
        }
    }

    private static void assertForbidden(ThrowingCallable action) {
        assertThatThrownBy(action).hasCauseInstanceOf(AuthorizationException.class);
    }

    private static Map<ConfigResource, Collection<AlterConfigOp>> forgetting(String topic) {
        return Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                List.of(
                        new AlterConfigOp(
                                new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET)));
    }

    /** So that a topic a service is given in future is not forgotten in {@code access.yml}. */
    @Test
    void everyServiceMayDoWhatItIsConfiguredFor() throws Exception {
        for (var service : SERVICES) {
            var configured = configured(service);
            assertThat(configured.topics()).isNotEmpty();
            for (var topic : configured.topics()) {
                assertThat(access.topics().get(topic).write()).containsExactly(service);
            }
            for (var topic : configured.reads()) {
                assertThat(access.topics().get(topic).read()).contains(service);
                assertThat(access.topics().get(topic + "." + configured.group() + ".dlt"))
                        .isEqualTo(new AccessFile.Topic(Set.of(service), Set.of(service)));
                assertThat(access.groups().get(configured.group())).containsExactly(service);
            }
        }
    }

    private record Configured(List<String> topics, List<String> reads, String group) {}

    private static Configured configured(String service) throws IOException {
        var file =
                Path.of("../../%s-service/src/main/resources/application.yml".formatted(service));
        try (var reader = Files.newBufferedReader(file)) {
            Map<String, Map<String, Map<String, Object>>> content = new Yaml().load(reader);
            var kafka = content.get("lumbung").get("kafka");
            return new Configured(
                    list(kafka.get("topics")),
                    list(kafka.get("reads")),
                    String.valueOf(kafka.get("group")));
        }
    }

    private static List<String> list(Object value) {
        return value == null ? List.of() : List.of(value.toString().split(", *"));
    }

    @Test
    void topicsKeepThirtyDaysAndAreSetRightAgain() throws Exception {
        var _ = admin.incrementalAlterConfigs(forgetting("pharmacy")).all().get();
        apply();
        var resources =
                DESIGN.keySet().stream()
                        .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                        .toList();
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(admin.describeConfigs(resources).all().get())
                                .hasSameSizeAs(DESIGN.keySet())
                                .allSatisfy((_, config) -> assertKeptThirtyDays(config)));
        assertThat(admin.describeTopics(DESIGN.keySet()).allTopicNames().get().values())
                .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(SETTINGS.partitions()));
    }

    private static void assertKeptThirtyDays(Config topic) {
        var retention = topic.get("retention.ms");
        assertThat(retention.source()).isEqualTo(ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG);
        assertThat(retention.value()).isEqualTo(Long.toString(Duration.ofDays(30).toMillis()));
    }

    @Test
    void whatIsNotGrantedIsTakenAwayAndWhatConcernsOthersStays() throws Exception {
        var curious = right("clinic", "User:pharmacy");
        var stranger = right("clinic", "User:newspaper");
        var strangersOwn = right("weather", "User:newspaper");
        admin.createAcls(List.of(curious, stranger, strangersOwn)).all().get();
        Awaitility.await()
                .until(() ->
                        admin.describeAcls(AclBindingFilter.ANY).values().get().contains(stranger));
        apply();
        assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get())
                .contains(strangersOwn, right("clinic", "User:shu"))
                .doesNotContain(curious, stranger);
    }

    private static AclBinding right(String topic, String principal) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry(principal, "*", AclOperation.READ, AclPermissionType.ALLOW));
    }
}
