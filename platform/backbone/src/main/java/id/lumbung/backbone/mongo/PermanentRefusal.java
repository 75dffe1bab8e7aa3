package id.lumbung.backbone.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoServerException;
import java.util.Set;
import org.bson.BsonMaximumSizeExceededException;

/** Tells what the database will never take from what it may take later. */
final class PermanentRefusal {

    /**
     * MongoDB's codes for a value that is wrong, of the wrong type, not valid, under a key that
     * another has or that is too long, or too large.
     */
    private static final Set<Integer> REFUSED_FOR_EVER =
            Set.of(2, 9, 14, 121, 11_000, 17_280, 10_334);

    private PermanentRefusal() {}

    /**
     * Whether the same request fails however often it is sent: what it would write is refused
     * itself. A caller who is told to send it again would never stop.
     */
    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BsonMaximumSizeExceededException
                    || (cause instanceof MongoServerException server
                            && REFUSED_FOR_EVER.contains(server.getCode()))
                    || (cause instanceof MongoBulkWriteException bulk
                            && bulk.getWriteErrors().stream()
                                    .anyMatch(
                                            error -> REFUSED_FOR_EVER.contains(error.getCode())))) {
                return true;
            }
        }
        return false;
    }
}
