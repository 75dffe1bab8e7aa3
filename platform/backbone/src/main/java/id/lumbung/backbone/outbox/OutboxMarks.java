package id.lumbung.backbone.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The marks by which sweeps find a document; one whose outbox is empty bears none. */
final class OutboxMarks {

    private OutboxMarks() {}

    /** Takes the marks off those of these documents whose outbox is empty. */
    static void removeWhereEmpty(MongoCollection<Document> collection, List<UUID> documents) {
        if (!documents.isEmpty()) {
            var _ =
                    collection.updateMany(
                            and(in("_id", documents), size(OutboxFields.OUTBOX, 0)), removal());
        }
    }

    /** Removes the empty outbox with its marks. */
    static Bson removal() {
        return Updates.combine(
                Updates.unset(OutboxFields.OUTBOX),
                Updates.unset(OutboxFields.DUE),
                Updates.unset(OutboxFields.CLAIM));
    }
}
