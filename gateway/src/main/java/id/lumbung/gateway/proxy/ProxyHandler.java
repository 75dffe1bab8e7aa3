package id.lumbung.gateway.proxy;

import id.lumbung.edge.problem.Problem;
import id.lumbung.edge.problem.ProblemType;
import id.lumbung.edge.web.CountedBody;
import id.lumbung.gateway.GatewaySettings;
import id.lumbung.gateway.access.AuthFilter;
import id.lumbung.gateway.body.RequestLimitsFilter;
import id.lumbung.gateway.body.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Carries a request to its service and the answer back, neither of them read or changed on the way.
 *
 * <p>The caller always learns whether sending again is needed: 503 means that the service took
 * nothing, 502 and 504 that nobody knows. A request that may be repeated without harm is, once,
 * when the connection broke before the answer; a POST never is. A body that breaks off never
 * reaches the service as if it were whole.
 */
final class ProxyHandler implements HandlerFunction<ServerResponse> {

    private static final Logger log = LoggerFactory.getLogger(ProxyHandler.class);
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");

    private static final int RETRY_SECONDS = 5;

    private static final int BUSY_SECONDS = 2;

    private final String service;
    private final String address;
    private final Manner manner;
    private final HttpClient http;
    private final PassedHeaders headers;
    private final GatewaySettings settings;
    private final Uploads uploads;
    private final AtomicLong noted =
            new AtomicLong(System.nanoTime() - TimeUnit.SECONDS.toNanos(1));

    /** How a service is spoken to. */
    enum Manner {
        /** Below its own address: without the first two parts of the path. */
        WITHOUT_PREFIX,
        /** As what it is asked for: the path as it is, and the address the caller sees. */
        AS_GATEWAY
    }

    ProxyHandler(
            String service,
            URI address,
            Manner manner,
            HttpClient http,
            PassedHeaders headers,
            GatewaySettings settings,
            Uploads uploads) {
        this.service = service;
        this.address = address.toString();
        this.manner = manner;
        this.http = http;
        this.headers = headers;
        this.settings = settings;
        this.uploads = uploads;
    }

    @Override
    public ServerResponse handle(ServerRequest asked) {
        var request = asked.servletRequest();
        final URI target;
        try {
            target = URI.create(target(request));
        } catch (IllegalArgumentException e) {
            return answer(Problem.of(HttpStatus.BAD_REQUEST));
        }
        try (var room = uploads.of(AuthFilter.caller(request))) {
            var max = RequestLimitsFilter.maxBody(request);
            return answer(send(target, request, ProxiedBody.read(request, max, room)));
        } catch (Uploads.Busy e) {
            return answer(ProblemType.BUSY.problem().retryAfter(BUSY_SECONDS));
        } catch (CountedBody.TooLarge e) {
            return answer(ProblemType.TOO_LARGE.problem(e.limit()));
        } catch (CountedBody.TooSlow e) {
            return answer(ProblemType.SENT_TOO_SLOWLY.problem());
        } catch (ProxiedBody.CutShort e) {
            return answer(ProblemType.CUT_SHORT.problem());
        }
    }

    private Outcome send(URI target, HttpServletRequest request, ProxiedBody body) {
        var outcome = sendOnce(target, request, body);
        if (outcome instanceof Failed failed
                && failed.mayHaveArrived()
                && !failed.tooLate()
                && REPEATABLE.contains(request.getMethod())) {
            // Where nobody knows after the first time, nobody knows after the second.
            return sendOnce(target, request, body).afterOneThatMayHaveArrived();
        }
        return outcome;
    }

    private ServerResponse answer(Outcome outcome) {
        return switch (outcome) {
            case Answered answered -> passedOn(answered);
            case Failed failed -> answer(problem(failed));
        };
    }

    /** The address at the service: the path as it was sent, or what follows the service's name. */
    private String target(HttpServletRequest request) {
        var path = request.getRequestURI();
        var rest = manner == Manner.AS_GATEWAY ? 0 : path.indexOf('/', path.indexOf('/', 1) + 1);
        var query = request.getQueryString();
        return address
                + (rest < 0 ? "/" : path.substring(rest))
                + (query == null ? "" : "?" + query);
    }

    private sealed interface Outcome {

        default Outcome afterOneThatMayHaveArrived() {
            return this;
        }
    }

    private record Answered(Response response, InputStream body) implements Outcome {}

    /**
     * @param mayHaveArrived false where nothing was sent
     * @param tooLate the time was over
     */
    private record Failed(Throwable cause, boolean mayHaveArrived, boolean tooLate)
            implements Outcome {

        @Override
        public Outcome afterOneThatMayHaveArrived() {
            return new Failed(cause, true, tooLate);
        }
    }

    private Outcome sendOnce(URI target, HttpServletRequest request, ProxiedBody body) {
        var timeout = settings.responseTimeout().toMillis();
        var begun = new AtomicBoolean();
        var toService =
                http.newRequest(target)
                        .method(request.getMethod())
                        .timeout(timeout, TimeUnit.MILLISECONDS)
                        .idleTimeout(timeout, TimeUnit.MILLISECONDS)
                        .onRequestBegin(_ -> begun.set(true))
                        .headers(passed -> {
                            if (manner == Manner.AS_GATEWAY) {
                                headers.toPublicService(request, passed);
                            } else {
                                headers.toService(request, passed);
                            }
                        });
        var answer = new InputStreamResponseListener();
        try {
            body.putOn(toService);
            toService.send(answer);
            return new Answered(
                    answer.get(timeout, TimeUnit.MILLISECONDS), answer.getInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(e, true, false);
        } catch (TimeoutException e) {
            var _ = toService.abort(e);
            return new Failed(e, begun.get(), true);
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            return new Failed(cause, begun.get(), cause instanceof TimeoutException);
        }
    }

    private ServerResponse passedOn(Answered answered) {
        var answer =
                new ProxiedResponse(
                        HttpStatusCode.valueOf(answered.response().getStatus()),
                        (request, response) -> copy(answered.body(), request, response));
        PassedHeaders.fromService(answered.response().getHeaders(), answer.headers());
        if (!answer.headers().containsHeader(HttpHeaders.CACHE_CONTROL)) {
            answer.headers().setCacheControl("no-store");
        }
        return answer;
    }

    /**
     * Where the service breaks off before anything was passed on, the caller gets a problem;
     * afterwards the connection is cut, so that a part is never taken for the whole.
     */
    private void copy(InputStream body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (body) {
            var buffer = new byte[8192];
            var out = response.getOutputStream();
            while (true) {
                final int some;
                try {
                    some = body.read(buffer);
                } catch (IOException e) {
                    var problem =
                            problem(new Failed(e, true, e.getCause() instanceof TimeoutException));
                    if (response.isCommitted()) {
                        request.setAttribute(RequestLimitsFilter.CUT, problem.slug());
                    } else {
                        problem.send(request, response);
                    }
                    return;
                }
                if (some < 0) {
                    return;
                }
                out.write(buffer, 0, some);
            }
        }
    }

    private Problem problem(Failed failed) {
        note(failed);
        if (!failed.mayHaveArrived()) {
            return ProblemType.SERVICE_UNAVAILABLE.problem(service);
        }
        var unknown = failed.tooLate() ? ProblemType.SERVICE_TOO_SLOW : ProblemType.ANSWER_LOST;
        return unknown.problem(service).retryAfter(RETRY_SECONDS);
    }

    private static ServerResponse answer(Problem problem) {
        return new ProxiedResponse(problem.status(), problem::send);
    }

    /** At most one line a second per service: while it is down every call fails. */
    private void note(Failed failed) {
        var now = System.nanoTime();
        var last = noted.get();
        if (now - last > TimeUnit.SECONDS.toNanos(1) && noted.compareAndSet(last, now)) {
            log.warn(
                    "{} {}: {}",
                    service,
                    failed.mayHaveArrived() ? "gave no answer" : "cannot be reached",
                    failed.cause().getClass().getSimpleName());
        }
    }
}
