package id.lumbung.shu.closing.surplus;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;

/**
 * Payments that are about to be reversed, as they stand, for whoever settles the year on what is
 * read after this.
 *
 * @param started how many reversals ever were
 */
public record ReversalsSnapshot(long started, List<UUID> payments) {

    public ReversalsSnapshot {
        payments = List.copyOf(payments);
    }

    /** Matches the year while nothing has begun since. */
    Bson isUnchanged() {
        return and(
                exists(OpenReversals.PAYMENTS + ".0", false),
                started == 0
                        ? exists(OpenReversals.STARTED, false)
                        : eq(OpenReversals.STARTED, started));
    }
}
