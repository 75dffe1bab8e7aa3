package id.lumbung.gateway.proxy;

import id.lumbung.edge.problem.Problem;
import id.lumbung.edge.problem.ProblemType;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The problem that a caller gets where a service does not answer; the log has a line of it, too.
 */
final class ServiceFailures {

    private static final Logger log = LoggerFactory.getLogger(ServiceFailures.class);

    private static final int RETRY_SECONDS = 5;

    private final String service;
    private final AtomicLong noted =
            new AtomicLong(System.nanoTime() - TimeUnit.SECONDS.toNanos(1));

    ServiceFailures(String service) {
        this.service = service;
    }

    /** 503 means that the service took nothing, 502 and 504 that nobody knows. */
    Problem problem(Outcome.Failed failed) {
        note(failed);
        if (!failed.mayHaveArrived()) {
            return ProblemType.SERVICE_UNAVAILABLE.problem(service);
        }
        var unknown = failed.tooLate() ? ProblemType.SERVICE_TOO_SLOW : ProblemType.ANSWER_LOST;
        return unknown.problem(service).retryAfter(RETRY_SECONDS);
    }

    /** At most one line a second per service: while it is down every call fails. */
    private void note(Outcome.Failed failed) {
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
