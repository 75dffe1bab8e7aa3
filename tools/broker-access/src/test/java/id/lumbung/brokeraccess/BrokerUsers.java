package id.lumbung.brokeraccess;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The clients of those who may come to the broker, each with a password of its own. */
record BrokerUsers(String address) {

    Map<String, Object> as(String user) {
        return new HashMap<>(
                Map.of(
                        "bootstrap.servers",
                        address,
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "SCRAM-SHA-512",
                        "sasl.jaas.config",
                        jaas(user, password(user)),
                        "default.api.timeout.ms",
                        5_000,
                        "request.timeout.ms",
                        4_000));
    }

    Map<String, Object> as(String user, String setting, String value) {
        var client = as(user);
        client.put(setting, value);
        return client;
    }

    static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    static String password(String user) {
        return "the-password-of-" + user;
    }

    static KafkaProducer<String, String> producer(Map<String, Object> client) {
        return new KafkaProducer<>(client, new StringSerializer(), new StringSerializer());
    }

    static KafkaConsumer<String, String> consumer(Map<String, Object> client) {
        // Without a group it only looks.
        if (client.containsKey("group.id")) {
            client.put("group.protocol", "consumer");
        }
        client.put("auto.offset.reset", "earliest");
        client.put("enable.auto.commit", false);
        return new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer());
    }
}
