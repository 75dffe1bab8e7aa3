package id.lumbung.backbone.consumer;

import com.mongodb.MongoException;
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
                    || cause instanceof IllegalStateException) { // A client that is closed.
                return true;
            }
        }
        return false;
    }
}
