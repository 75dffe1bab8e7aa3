package id.lumbung.shu.payout;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.util.UUID;
import org.bson.conversions.Bson;

/** Facts of one cooperative's book year. */
final class OfYear {

    private OfYear() {}

    static Bson filter(UUID cooperativeId, int year) {
        return and(eq("cooperativeId", cooperativeId), eq("bookYear", year));
    }
}
