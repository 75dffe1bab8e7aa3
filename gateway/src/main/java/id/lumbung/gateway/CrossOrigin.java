package id.lumbung.gateway;

import id.lumbung.edge.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Pages of other origins may call only where the origin is named in the settings. Tokens travel in
 * a header that a page sets by itself, never in a cookie, so credentials are not allowed.
 */
@Component
final class CrossOrigin {

    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE";
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, Traceparent";
    private static final String ANSWER_HEADERS =
            "Location, Retry-After, Traceparent, WWW-Authenticate";

    private final Set<String> allowed;

    CrossOrigin(GatewaySettings settings) {
        this.allowed = Set.copyOf(settings.allowedOrigins());
    }

    static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    /** A browser asks beforehand, without a token. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
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
    void mark(HttpServletRequest request, HttpServletResponse response) {
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
    static boolean sets(String header) {
        return header.regionMatches(true, 0, "Access-Control-", 0, 15);
    }

    static void require(List<String> origins) {
        for (var origin : origins) {
            if (!origin.matches("https?://[a-z0-9.\\[\\]:-]+")) {
                throw new IllegalArgumentException(
                        "An allowed origin must look like https://host or https://host:port: "
                                + origin);
            }
        }
    }
}
