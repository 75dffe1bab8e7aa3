package id.lumbung.backbone.consumer;

import com.mongodb.MongoException;
import id.lumbung.edge.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessException;

/** Tells a database or a broker that fails from a record that nothing can be made of. */
final class Infrastructure {

    private Infrastructure() {}

    /**
     * Whether what failed may succeed later with the same record: the batch then waits. What is
     * neither the database's nor the broker's failure is a mistake in the record or in our code.
     */
    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException
                    || cause instanceof DataAccessException
                    || cause instanceof KafkaException
                    || cause instanceof org.springframework.kafka.KafkaException
                    || cause instanceof IOException
                    || cause instanceof UncheckedIOException
                    || cause instanceof RejectedExecutionException
                    || isBusy(cause)
                    || isOfClosedClient(cause)) {
                return true;
            }
        }
        return false;
    }

    /** A rule that says "not now": the same record is taken later. */
    private static boolean isBusy(Throwable cause) {
        return cause instanceof Refusal refusal && refusal.status().is5xxServerError();
    }

    /**
     * A closed client of MongoDB or Kafka throws the JDK's own type. Ours, thrown by a mistake in
     * the code, would be the same each time the batch comes, and hold up the partition for ever.
     */
    private static boolean isOfClosedClient(Throwable cause) {
        if (!(cause instanceof IllegalStateException) || cause.getStackTrace().length == 0) {
            return false;
        }
        var thrownIn = cause.getStackTrace()[0].getClassName();
        return thrownIn.startsWith("com.mongodb.") || thrownIn.startsWith("org.apache.kafka.");
    }
}
