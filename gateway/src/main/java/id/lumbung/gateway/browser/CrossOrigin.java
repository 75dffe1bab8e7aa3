package id.lumbung.gateway.browser;

import id.lumbung.edge.problem.Problem;
import id.lumbung.gateway.GatewaySettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Pages of other origins may call only where the origin is named in the settings. Tokens travel in
 * a header that a page sets by itself, never in a cookie, so credentials are not allowed.
 */
@Component
public final class CrossOrigin {

    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE";
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, DPoP, Traceparent";
    private static final String ANSWER_HEADERS =
            "DPoP-Nonce, Location, Retry-After, Traceparent, WWW-Authenticate";

    private final Set<String> allowed;

    CrossOrigin(GatewaySettings settings) {
        this.allowed = Set.copyOf(settings.allowedOrigins());
    }

    public static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    /** A browser asks beforehand, without a token. */
    public void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!allowed.contains(request.getHeader("Origin"))) {
            Problem.of(HttpStatus.FORBIDDEN).send(request, response);
            return;
        }
        mark(request, response);
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
        response.setHeader("Access-Control-Max-Age", "600");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Lets the page read the answer, where its origin is allowed. */
    public void mark(HttpServletRequest request, HttpServletResponse response) {
        if (allowed.isEmpty()) {
            return;
        }
        response.addHeader("Vary", "Origin");
        var origin = request.getHeader("Origin");
        if (origin != null && allowed.contains(origin)) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
        }
    }

    /** Whether a header is the gateway's to set. */
    public static boolean sets(String header) {
        return header.regionMatches(true, 0, "Access-Control-", 0, 15);
    }
}
