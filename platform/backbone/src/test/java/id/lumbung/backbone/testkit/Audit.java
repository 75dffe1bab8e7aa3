package id.lumbung.backbone.testkit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** A cooperative's audit, as a service keeps it, and its failing. */
public record Audit(MongoOperations mongo, UUID cooperative) {

    private static final String LINES = "auditLines";

    /** What was done, in its order. */
    public List<String> actions() {
        return mongo.getCollection(LINES)
                .find(eq("cooperativeId", cooperative))
                .sort(Sorts.ascending("number"))
                .map(line -> line.getString("action"))
                .into(new ArrayList<>());
    }

    /** Until it is mended no line can be put. */
    public void fail() {
        mongo.getCollection(LINES)
                .insertOne(
                        new Document("cooperativeId", cooperative)
                                .append("number", Long.MAX_VALUE));
    }

    public void mend() {
        mongo.getCollection(LINES)
                .deleteOne(and(eq("cooperativeId", cooperative), eq("number", Long.MAX_VALUE)));
    }
}
