package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The {@code $match} an aggregation begins with, handed past the server, which reads the whole
 * collection, to the collection, which has indexes.
 *
 * @param collection with its database
 */
record FirstMatch(String collection, Document query) {

    private static final ThreadLocal<FirstMatch> RUNNING = new ThreadLocal<>();

    /** Null if the command is no aggregation, or begins with something else. */
    static @Nullable FirstMatch of(String database, Document command) {
        return command.get("aggregate") instanceof String collection
                        && command.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.getFirst() instanceof Document first
                        && first.get("$match") instanceof Document match
                ? new FirstMatch(database + "." + collection, match)
                : null;
    }

    /** Lets the first reading of the collection within {@code command} skip what does not match. */
    <T> T within(Supplier<T> command) {
        RUNNING.set(this);
        try {
            return command.get();
        } finally {
            RUNNING.remove();
        }
    }

    /** Given once only: what a later stage of the same aggregation reads must not be filtered. */
    static @Nullable Document take(String collection) {
        FirstMatch match = RUNNING.get();
        if (match == null || !match.collection.equals(collection)) {
            return null;
        }
        RUNNING.remove();
        return match.query;
    }
}
