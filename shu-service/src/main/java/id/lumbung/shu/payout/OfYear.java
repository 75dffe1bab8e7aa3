package id.lumbung.shu.payout;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import id.lumbung.backbone.fact.FactStore;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Facts of one cooperative's book year. */
final class OfYear {

    private OfYear() {}

    static Bson filter(UUID cooperativeId, int year) {
        return and(eq("cooperativeId", cooperativeId), eq("bookYear", year));
    }

    /** Those after one, in the order of their ids. */
    static List<Payment> page(
            FactStore<Payment> payments,
            UUID cooperativeId,
            int year,
            @Nullable UUID after,
            int limit) {
        var ofYear = filter(cooperativeId, year);
        return payments.find(after == null ? ofYear : and(ofYear, gt("_id", after)), limit);
    }
}
