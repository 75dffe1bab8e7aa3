package id.lumbung.backbone.consumer;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import id.lumbung.backbone.testkit.Backends;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.UuidRepresentation;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** A database of its own, and a producer of whatever bytes, for what a consumer does with them. */
final class ConsumerBackends implements AutoCloseable {

    private final MongoClient client =
            MongoClients.create(
                    MongoClientSettings.builder()
                            .applyConnectionString(new ConnectionString(Backends.mongodb()))
                            .uuidRepresentation(UuidRepresentation.STANDARD)
                            .build());

    MongoTemplate mongo() {
        return new MongoTemplate(
                new SimpleMongoClientDatabaseFactory(client, "consumer-" + UUID.randomUUID()));
    }

    KafkaTemplate<String, byte[]> kafka() {
        return new KafkaTemplate<>(
                new DefaultKafkaProducerFactory<>(
                        Map.of("bootstrap.servers", Backends.kafka()),
                        new StringSerializer(),
                        new ByteArraySerializer()));
    }

    @Override
    public void close() {
        client.close();
    }
}
