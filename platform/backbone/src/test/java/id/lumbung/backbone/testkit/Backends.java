package id.lumbung.backbone.testkit;

import id.lumbung.embeddedmongodb.EmbeddedMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The MongoDB and the broker that tests run on: the address in the environment ({@code
 * MONGODB_URI}, {@code KAFKA_BOOTSTRAP_SERVERS}), else containers where Docker answers, else
 * embedded ones: the broker itself, and the embedded MongoDB that the local stack runs, with its
 * data on disk. Says which, once. Each Spring context gets a database of its own.
 */
public final class Backends
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Set by a test whose service is to trust another issuer than {@link Issuer#TRUSTED}. */
    public static final String OWN_ISSUER = "lumbung.test.own-issuer";

    private static final String MONGODB;
    private static final String KAFKA;
    private static final Path KEYS;

    static {
        var docker = DockerClientFactory.instance().isDockerAvailable();
        var mongodb = System.getenv("MONGODB_URI");
        var kafka = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
        System.out.printf(
                "Tests run on MongoDB: %s; Kafka: %s%n",
                mongodb != null ? mongodb : docker ? "container" : "embedded",
                kafka != null ? kafka : docker ? "container" : "embedded");
        MONGODB = mongodb != null ? mongodb : docker ? mongoContainer() : embeddedMongo();
        KEYS = keyset();
        KAFKA = kafka != null ? kafka : docker ? kafkaContainer() : embeddedKafka();
    }

    public static String mongodb() {
        return MONGODB;
    }

    public static String kafka() {
        return KAFKA;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var name = context.getEnvironment().getProperty("spring.application.name", "test");
        TestPropertyValues.of(
                        // Tests are about years long past.
                        "LUMBUNG_DOUBTFUL_AFTER=36500d",
                        "spring.mongodb.uri=" + MONGODB,
                        "spring.mongodb.database=" + name + "-" + UUID.randomUUID(),
                        "KAFKA_BOOTSTRAP_SERVERS=" + KAFKA,
                        "lumbung.security.keyset-file=" + KEYS)
                .applyTo(context);
        if (!context.getEnvironment().getProperty(OWN_ISSUER, Boolean.class, false)) {
            TestPropertyValues.of(
                            "LUMBUNG_ISSUER_URI=" + Issuer.TRUSTED.uri(),
                            "LUMBUNG_JWK_SET_URI=" + Issuer.TRUSTED.jwkSetUri())
                    .applyTo(context);
        }
    }

    private static Path newFolder(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            var _ = FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path keyset() {
        var folder = newFolder("lumbung-keys");
        whenAllIsClosed(() -> delete(folder));
        return folder.resolve("keys.json");
    }

    private static String embeddedMongo() {
        var folder = newFolder("lumbung-mongodb");
        var mongo = EmbeddedMongo.onDisk(folder, 0);
        whenAllIsClosed(() -> {
            mongo.close();
            delete(folder);
        });
        return mongo.uri();
    }

    /** After the Spring contexts, which write to the database while they close. */
    private static void whenAllIsClosed(Runnable action) {
        SpringApplication.getShutdownHandlers().add(action);
    }

    private static String embeddedKafka() {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("message.max.bytes", Integer.toString(6 * 1024 * 1024));
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker.getBrokersAsString();
    }

    private static String mongoContainer() {
        var container = new MongoDBContainer("mongo:8.0");
        container.start();
        return container.getConnectionString();
    }

    private static String kafkaContainer() {
        var container =
                new KafkaContainer("apache/kafka:4.2.1")
                        .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(6 * 1024 * 1024))
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        return container.getBootstrapServers();
    }
}
