package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

/**
 * What becomes of an index with a {@code partialFilterExpression}, which the server does not pass
 * on. For an index that is not unique that only means more entries; a unique one is taken if its
 * filter says no more than being sparse would.
 */
final class PartialIndex {

    private PartialIndex() {}

    /**
     * The description of an index as it can be made here.
     *
     * @throws MongoServerError if it would refuse what MongoDB lets through
     */
    static Document asSparse(Document description) {
        if (!Utils.isTrue(description.get("unique"))
                || !(description.get("partialFilterExpression") instanceof Document filter)) {
            return description;
        }
        boolean sparse =
                description.get("key") instanceof Document keys
                        && keys.size() == 1
                        && filter.keySet().equals(keys.keySet())
                        && filter.values().stream().allMatch(new Document("$exists", true)::equals);
        if (!sparse) {
            throw new MongoServerError(
                    67,
                    "CannotCreateIndex",
                    "A unique partial index is only possible on {key: {$exists: true}}");
        }
        return new Document(description).append("sparse", true);
    }
}
