package id.lumbung.gateway.body;

import id.lumbung.edge.problem.Problem;
import id.lumbung.edge.problem.ProblemType;
import id.lumbung.edge.web.BodyPace;
import id.lumbung.gateway.GatewaySettings;
import id.lumbung.gateway.browser.SecurityHeaders;
import id.lumbung.gateway.path.AccessLevel;
import id.lumbung.gateway.path.DotSegments;
import id.lumbung.gateway.path.PathRules;
import id.lumbung.gateway.path.PlainPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
final class RequestLimitsFilter extends OncePerRequestFilter {

    private final long maxBody;
    private final long maxAnonymousBody;
    private final BodyPace pace;

    RequestLimitsFilter(GatewaySettings settings) {
        this.maxBody = settings.maxBody().toBytes();
        this.maxAnonymousBody = settings.maxAnonymousBody().toBytes();
        this.pace = new BodyPace(settings.bodyTimeout(), settings.minBodyRate().toBytes());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = PlainPath.of(request.getRequestURI());
        var max = max(request, path);
        BodyNotes.limit(request, max);
        var announced = BodyNotes.announced(request);
        if (announced > max) {
            BodyNotes.leaveUnread(request);
            Problem.prepareBy(request, RequestLimitsFilter::withoutBody);
            ProblemType.TOO_LARGE.problem(max).send(request, response);
        } else if (announced > 0) {
            passWithBody(new LimitedRequest(request, max, pace), path, response, chain);
        } else {
            Problem.prepareBy(request, RequestLimitsFilter::withoutBody);
            pass(request, response, chain);
        }
        CutAnswer.endIfNoted(request);
    }

    private static void passWithBody(
            LimitedRequest request,
            @Nullable String path,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        BodyNotes.read(request);
        Problem.prepareBy(
                request,
                refusal -> {
                    SecurityHeaders.keepOnly(refusal);
                    return request.drain();
                });
        // Nobody else reads the body of what the gateway answers itself.
        var passedOn = path != null && PathRules.passOn(path);
        if (!passedOn && !request.drain()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        pass(request, response, chain);
        if (!request.isEnded()) {
            BodyNotes.leaveUnread(request);
        }
    }

    /** Who has not said who they are sends names, passwords and codes, and no more. */
    private long max(HttpServletRequest request, @Nullable String path) {
        return path != null && PathRules.needed(request.getMethod(), path) == AccessLevel.NOTHING
                ? Math.min(maxAnonymousBody, maxBody)
                : maxBody;
    }

    private static boolean withoutBody(HttpServletResponse response) {
        SecurityHeaders.keepOnly(response);
        return true;
    }

    private static void pass(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (DotSegments.areIn(request.getRequestURI())) {
            Problem.of(HttpStatus.BAD_REQUEST).send(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
