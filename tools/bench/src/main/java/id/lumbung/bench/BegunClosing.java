package id.lumbung.bench;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Updates;
import id.lumbung.launcher.stack.UserError;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes into a book year's document that its closing is under way, as if its gates had held: they
 * are not what is measured.
 */
final class BegunClosing {

    private static final JsonMapper JSON = new JsonMapper();

    private BegunClosing() {}

    static void write(MongoClient mongo, UUID cooperative) {
        var bookYears = mongo.getDatabase("shu").getCollection("bookYears");
        var document = bookYears.find(eq("cooperativeId", cooperative)).first();
        if (document == null) {
            throw new UserError("The book year is not there.");
        }
        var body = (ObjectNode) JSON.readTree(document.getString("body"));
        var version = document.getInteger("version") + 1;
        var now = Instant.now();
        body.put("version", version);
        var step = body.putObject("underWay");
        step.put("to", "BOOKS_CLOSED").put("since", now.toString());
        step.putObject("by").put("subject", "bench");
        var _ =
                bookYears.updateOne(
                        eq("_id", document.get("_id")),
                        Updates.combine(
                                Updates.set("version", version),
                                Updates.set("underWaySince", Date.from(now)),
                                Updates.set("body", body.toString())));
    }
}
