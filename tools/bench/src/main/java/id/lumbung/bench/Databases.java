package id.lumbung.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.UuidRepresentation;

/** The stack's database, past the services: to fill it faster than they would. */
final class Databases {

    private Databases() {}

    static MongoClient connect(String mongodb) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(mongodb))
                        .uuidRepresentation(UuidRepresentation.STANDARD)
                        .build());
    }
}
