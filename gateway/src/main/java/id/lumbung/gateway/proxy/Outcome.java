package id.lumbung.gateway.proxy;

import java.io.InputStream;
import org.eclipse.jetty.client.Response;

/** What came of a request to a service. */
sealed interface Outcome {

    default Outcome afterOneThatMayHaveArrived() {
        return this;
    }

    record Answered(Response response, InputStream body) implements Outcome {}

    /**
     * @param mayHaveArrived false where nothing was sent
     * @param tooLate the time was over
     */
    record Failed(Throwable cause, boolean mayHaveArrived, boolean tooLate) implements Outcome {

        @Override
        public Outcome afterOneThatMayHaveArrived() {
            return new Failed(cause, true, tooLate);
        }
    }
}
