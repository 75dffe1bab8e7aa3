package id.lumbung.backbone.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import java.util.List;

/** What a write that found something under its key tells, and no other failure. */
public final class DuplicateKeys {

    private DuplicateKeys() {}

    /**
     * Returns where another document has the key of the one that was to be written.
     *
     * @throws MongoWriteException what is given, where anything else failed
     */
    public static void require(MongoWriteException failure) {
        if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
            throw failure;
        }
    }

    /**
     * The places, in the order of the bulk, of documents whose key another has; all others are
     * written.
     *
     * @throws MongoBulkWriteException what is given, where anything else failed
     */
    public static List<Integer> in(MongoBulkWriteException failure) {
        if (failure.getWriteConcernError() != null
                || failure.getWriteErrors().stream()
                        .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
            throw failure;
        }
        return failure.getWriteErrors().stream().map(BulkWriteError::getIndex).toList();
    }
}
