package id.lumbung.retail.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import id.lumbung.backbone.fact.DoubtfulTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/** Reads movements out of the facts that they stand in, in whichever collections those are. */
final class PostedMovements {

    private static final Bson NEEDED = Projections.include("stock", "recordedAt");

    /** What nobody knows the time of is on no card yet; what was replaced is on none any more. */
    private static final Bson COUNTS =
            and(exists(DoubtfulTimes.DOUBTFUL, false), exists(DoubtfulTimes.REPLACED_BY, false));

    private static final String LATE = "stock.lateOutlet";

    private final MongoOperations mongo;
    private final List<String> collections;

    PostedMovements(MongoOperations mongo, List<String> collections) {
        this.mongo = mongo;
        this.collections = List.copyOf(collections);
        this.collections.stream().map(mongo::getCollection).forEach(PostedMovements::index);
    }

    private static void index(MongoCollection<Document> facts) {
        var ofLate = new IndexOptions().partialFilterExpression(exists(LATE));
        var ofConfirmed =
                new IndexOptions().partialFilterExpression(exists(DoubtfulTimes.CONFIRMED_AT));
        var _ = facts.createIndex(Indexes.ascending("stock.entries.card"));
        var _ = facts.createIndex(Indexes.ascending("stock.entries.page"));
        var _ = facts.createIndex(Indexes.ascending(LATE, "recordedAt"), ofLate);
        var _ = facts.createIndex(Indexes.ascending(LATE, DoubtfulTimes.CONFIRMED_AT), ofConfirmed);
    }

    List<Posted> all(CardKey key) {
        return find(eq("stock.entries.card", key.card()));
    }

    List<Posted> on(List<String> pages) {
        return pages.isEmpty() ? List.of() : find(in("stock.entries.page", pages));
    }

    /** Those that came late to an outlet since an instant, or whose time was confirmed since. */
    List<Posted> late(UUID outletId, Instant since) {
        var from = Date.from(since);
        var late = find(and(eq(LATE, outletId), gt("recordedAt", from)));
        late.addAll(find(and(eq(LATE, outletId), gt(DoubtfulTimes.CONFIRMED_AT, from))));
        return late;
    }

    private List<Posted> find(Bson filter) {
        var posted = new ArrayList<Posted>();
        for (var name : collections) {
            mongo.getCollection(name)
                    .find(and(filter, COUNTS))
                    .projection(NEEDED)
                    .map(this::read)
                    .into(posted);
        }
        return posted;
    }

    private Posted read(Document document) {
        return mongo.getConverter().read(Posted.class, document);
    }
}
