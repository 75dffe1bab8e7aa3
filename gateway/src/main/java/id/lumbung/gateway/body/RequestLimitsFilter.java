package id.lumbung.gateway.body;

import id.lumbung.edge.problem.Problem;
import id.lumbung.edge.problem.ProblemType;
import id.lumbung.edge.web.CountedBody;
import id.lumbung.gateway.GatewaySettings;
import id.lumbung.gateway.browser.SecurityHeaders;
import id.lumbung.gateway.path.PathRules;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every request passes first: a body above the limit is refused (at once where its length is
 * announced, while it is read where it is not), and so are one that comes too slowly and a path
 * that climbs out of where it was routed to. Who may call, and how often, is asked right after
 * this.
 *
 * <p>Before a refusal a small body is read to its end, so that its sender is ready to hear; behind
 * a larger one, or one that nobody wanted, the connection is closed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class RequestLimitsFilter extends OncePerRequestFilter {

    /** The request's attribute that says why its answer cannot be finished. */
    public static final String CUT = RequestLimitsFilter.class.getName() + ".cut";

    /** The request's attribute that is there where a body was left unread. */
    public static final String UNREAD = RequestLimitsFilter.class.getName() + ".unread";

    private static final String MAX_BODY = RequestLimitsFilter.class.getName() + ".max-body";

    /** Up to which a body that nobody wants is read to its end. */
    private static final int MAX_DRAINED = 256 * 1024;

    private final long maxBody;
    private final long maxAnonymousBody;
    private final CountedBody.Pace pace;

    RequestLimitsFilter(GatewaySettings settings) {
        this.maxBody = settings.maxBody().toBytes();
        this.maxAnonymousBody = settings.maxAnonymousBody().toBytes();
        this.pace = new CountedBody.Pace(settings.bodyTimeout(), settings.minBodyRate().toBytes());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var length = request.getContentLengthLong();
        var max = max(request);
        request.setAttribute(MAX_BODY, max);
        if (length > max) {
            request.setAttribute(UNREAD, true);
            Problem.prepareBy(request, RequestLimitsFilter::withoutBody);
            ProblemType.TOO_LARGE.problem(max).send(request, response);
        } else if (length > 0 || (length < 0 && isChunked(request))) {
            var counted = new Counted(request, max);
            Problem.prepareBy(request, counted::drained);
            if (!isPassedOn(request) && !counted.readOn()) {
                response.setHeader(HttpHeaders.CONNECTION, "close");
            }
            pass(counted, response, chain);
            if (!counted.isEnded()) {
                request.setAttribute(UNREAD, true);
            }
        } else {
            Problem.prepareBy(request, RequestLimitsFilter::withoutBody);
            pass(request, response, chain);
        }
        if (request.getAttribute(CUT) instanceof String why) {
            throw new IOException(why);
        }
    }

    /** Bytes that the body of a request may have that came this far. */
    public static long maxBody(HttpServletRequest request) {
        return (Long) Objects.requireNonNull(request.getAttribute(MAX_BODY));
    }

    /** Bytes that the request's body may have: those it announced, or else the most. */
    public static long size(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        return length >= 0 ? length : isChunked(request) ? maxBody(request) : 0;
    }

    /** Whether a body comes whose length is not announced. */
    public static boolean isChunked(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") != null;
    }

    /** Who has not said who they are sends names, passwords and codes, and no more. */
    private long max(HttpServletRequest request) {
        var path = PathRules.plain(request.getRequestURI());
        return path != null && PathRules.asked(request.getMethod(), path) == PathRules.Asked.NOTHING
                ? Math.min(maxAnonymousBody, maxBody)
                : maxBody;
    }

    /** Nobody else reads the body of what the gateway answers itself. */
    private static boolean isPassedOn(HttpServletRequest request) {
        var path = PathRules.plain(request.getRequestURI());
        return path != null && (path.startsWith("/api/") || PathRules.isOfIdentity(path));
    }

    private static boolean withoutBody(HttpServletResponse response) {
        SecurityHeaders.keepOnly(response);
        return true;
    }

    private static void pass(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (PathRules.climbs(request.getRequestURI())) {
            Problem.of(HttpStatus.BAD_REQUEST).send(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private final class Counted extends HttpServletRequestWrapper {

        private final long max;
        private @Nullable CountedBody body;

        Counted(HttpServletRequest request, long max) {
            super(request);
            this.max = max;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return body();
        }

        private CountedBody body() throws IOException {
            if (body == null) {
                body = new CountedBody(super.getInputStream(), max, getContentLengthLong(), pace);
            }
            return body;
        }

        boolean isEnded() {
            return body != null && body.isEnded();
        }

        /** Before a refusal is written. */
        boolean drained(HttpServletResponse response) {
            SecurityHeaders.keepOnly(response);
            return readOn();
        }

        /**
         * Reads a small body to its end, unless that was tried and failed: once an answer is
         * written its body cannot be read any more. Returns whether it is at its end, so that the
         * connection can serve another request.
         */
        boolean readOn() {
            try {
                if (!body().isEnded()
                        && !body().isFailed()
                        && getContentLengthLong() <= MAX_DRAINED
                        && getHeader("Expect") == null) {
                    body().skipNBytes(MAX_DRAINED + 1L);
                }
            } catch (IOException e) {
                // Then the connection is closed behind the answer.
            }
            return isEnded();
        }
    }
}
