package id.lumbung.gateway.proxy;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;

/**
 * Sends a request to a service, and once more where that may be done without harm and the
 * connection broke before the answer; a POST never is.
 */
final class ServiceCall {

    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");

    private final HttpClient http;
    private final RequestHeaders headers;
    private final long timeoutMillis;

    /** Waits so long for the whole answer. */
    ServiceCall(HttpClient http, RequestHeaders headers, Duration timeout) {
        this.http = http;
        this.headers = headers;
        this.timeoutMillis = timeout.toMillis();
    }

    Outcome send(URI target, HttpServletRequest request, ProxiedBody body) {
        var outcome = sendOnce(target, request, body);
        if (outcome instanceof Outcome.Failed failed
                && failed.mayHaveArrived()
                && !failed.tooLate()
                && REPEATABLE.contains(request.getMethod())) {
            // Where nobody knows after the first time, nobody knows after the second.
            return sendOnce(target, request, body).afterOneThatMayHaveArrived();
        }
        return outcome;
    }

    private Outcome sendOnce(URI target, HttpServletRequest request, ProxiedBody body) {
        var begun = new AtomicBoolean();
        var toService =
                http.newRequest(target)
                        .method(request.getMethod())
                        .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                        .idleTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
                        .onRequestBegin(_ -> begun.set(true))
                        .headers(passed -> headers.pass(request, passed));
        var answer = new InputStreamResponseListener();
        try {
            body.putOn(toService);
            toService.send(answer);
            var response = answer.get(timeoutMillis, TimeUnit.MILLISECONDS);
            return new Outcome.Answered(response, answer.getInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(e, true, false);
        } catch (TimeoutException e) {
            var _ = toService.abort(e);
            return new Outcome.Failed(e, begun.get(), true);
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            return new Outcome.Failed(cause, begun.get(), cause instanceof TimeoutException);
        }
    }
}
