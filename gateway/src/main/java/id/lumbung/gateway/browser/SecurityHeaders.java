package id.lumbung.gateway.browser;

import id.lumbung.edge.web.TraceContext;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What every answer tells a browser to leave alone. A service that says otherwise of its own pages
 * is believed.
 */
public final class SecurityHeaders {

    private static final String POLICY = "Content-Security-Policy";

    private static final String TRANSPORT = "Strict-Transport-Security";

    private static final String ONE_YEAR = "max-age=31536000";

    private static final List<String> KEPT =
            List.of(
                    TraceContext.HEADER,
                    "X-Content-Type-Options",
                    "X-Frame-Options",
                    "Referrer-Policy",
                    "Cross-Origin-Opener-Policy",
                    POLICY,
                    TRANSPORT,
                    "Vary",
                    "Allow",
                    "Accept",
                    "Access-Control-Allow-Origin",
                    "Access-Control-Expose-Headers");

    private SecurityHeaders() {}

    /**
     * @param secure whether the caller came by TLS
     */
    public static void put(HttpServletResponse response, String path, boolean secure) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader(POLICY, ContentPolicy.of(path));
        if (secure) {
            response.setHeader(TRANSPORT, ONE_YEAR);
        }
    }

    /** Takes back whatever was to be answered, except what is on every answer. */
    public static void keepOnly(HttpServletResponse response) {
        var kept = new LinkedHashMap<String, List<String>>();
        for (var name : KEPT) {
            kept.put(name, List.copyOf(response.getHeaders(name)));
        }
        response.reset();
        kept.forEach((name, values) -> {
            for (var value : values) {
                response.addHeader(name, value);
            }
        });
    }
}
