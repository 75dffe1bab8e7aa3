package id.lumbung.backbone.security;

import id.lumbung.edge.problem.ProblemType;
import id.lumbung.edge.web.BodyBudget;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a service's bodies above a limit: at once where the length is announced, while reading
 * where it is not. Stands behind the check of the token, so that nobody unknown takes of the
 * budget.
 *
 * <p>Large bodies become many times their size while they are worked on. Only so many bytes of them
 * are in hand at a time; others wait, and are sent away as busy when that takes too long. So no
 * number of callers exhausts the memory; small requests never wait.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    /** Bytes up to which a body is not counted among the large ones. */
    private static final int SMALL = 16 * 1024;

    private static final int RETRY_SECONDS = 2;

    private final long max;
    private final BodyBudget budget;
    private final Duration timeout;

    /** One body has at most {@code max} bytes, all large ones together {@code total}. */
    BodyLimitFilter(long max, long total, Duration timeout) {
        if (total < max) {
            throw new IllegalArgumentException(
                    "lumbung.web.max-total-body (%d bytes) is less than one body may have (%d)."
                            .formatted(total, max));
        }
        this.max = max;
        this.budget = new BodyBudget(total);
        this.timeout = timeout;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var announced = request.getContentLengthLong();
        if (announced > max) {
            response.setHeader("Connection", "close");
            ProblemType.TOO_LARGE.problem(max).send(request, response);
        } else if (announced < 0 && request.getHeader("Transfer-Encoding") != null) {
            withinBudget(max, new CountedRequest(request, max), response, chain);
        } else if (announced > SMALL) {
            withinBudget(announced, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void withinBudget(
            long bytes, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!budget.take(bytes, timeout)) {
            response.setHeader("Connection", "close");
            ProblemType.BUSY.problem().retryAfter(RETRY_SECONDS).send(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            budget.release(bytes);
        }
    }
}
