package id.lumbung.retail.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import id.lumbung.retail.stock.Shop;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** The sheets of all cards, and which of them still hold. */
final class Sheets {

    private static final String COLLECTION = "stockSheets";

    /** How far writes and clocks of two instances may be apart. */
    static final Duration MARGIN = Duration.ofHours(1);

    private final MongoOperations mongo;
    private final PostedMovements movements;

    Sheets(MongoOperations mongo, PostedMovements movements) {
        this.mongo = mongo;
        this.movements = movements;
        var _ = mongo.getCollection(COLLECTION).createIndex(Indexes.ascending("card", "month"));
    }

    static String rule(Shop shop) {
        return "%s-%d".formatted(shop.zone(), shop.stopDaysBeforeExpiry());
    }

    /** The last sheet of a card before a month that no late fact belongs into. */
    Optional<Sheet> latest(Shop shop, CardKey key, YearMonth before) {
        var limit = before;
        while (true) {
            var sheet = find(shop, key, limit);
            if (sheet.isEmpty()) {
                return sheet;
            }
            var late = firstLate(shop, key, sheet.get());
            if (late.isEmpty() || late.get().isAfter(sheet.get().month())) {
                return sheet;
            }
            limit = late.get();
        }
    }

    private Optional<Sheet> find(Shop shop, CardKey key, YearMonth before) {
        var found =
                mongo.getCollection(COLLECTION)
                        .find(and(eq("card", key.card()), lt("month", before.toString())))
                        .sort(Sorts.descending("month"))
                        .limit(1)
                        .first();
        return Optional.ofNullable(found)
                .map(document -> mongo.getConverter().read(Sheet.class, document))
                .filter(sheet -> sheet.shop().equals(rule(shop)));
    }

    private Optional<YearMonth> firstLate(Shop shop, CardKey key, Sheet sheet) {
        return movements.late(shop.outletId(), sheet.madeAt().minus(MARGIN)).stream()
                .flatMap(posted -> posted.stock().entries().stream())
                .filter(entry -> entry.card().equals(key.card()))
                .map(entry -> CardKey.month(entry.movement().effectiveAt()))
                .min(YearMonth::compareTo);
    }

    void keep(Sheet sheet) {
        var document = new Document();
        mongo.getConverter().write(sheet, document);
        var _ =
                mongo.getCollection(COLLECTION)
                        .replaceOne(
                                eq("_id", sheet.id()), document, new ReplaceOptions().upsert(true));
    }
}
