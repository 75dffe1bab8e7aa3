package id.lumbung.backbone.mongo;

import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.data.mongodb.core.MongoOperations;

/** Whether the database answers; by {@code ping}, which every MongoDB-compatible server knows. */
final class MongoHealth extends AbstractHealthIndicator {

    private final MongoOperations mongo;

    MongoHealth(MongoOperations mongo) {
        super("The database does not answer");
        this.mongo = mongo;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var _ = mongo.executeCommand(new Document("ping", 1));
        builder.up();
    }
}
