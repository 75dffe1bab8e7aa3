package id.lumbung.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * Below which path the gateway shows a service: {@code /api/pharmacy}. It says so in a header, so
 * that the addresses in a service's answers are those the caller knows.
 */
public final class GatewayPrefix {

    public static final String HEADER = "Lumbung-Prefix";

    private static final String ROOT = "/api/";
    private static final Pattern FORM = Pattern.compile("/api/[a-z][a-z-]{0,39}");

    private GatewayPrefix() {}

    /** The first two parts of what the gateway is asked for; empty where it is no service's. */
    public static String of(String path) {
        var end = path.startsWith(ROOT) ? path.indexOf('/', ROOT.length()) : -1;
        return end < 0 ? "" : path.substring(0, end);
    }

    /** What the gateway said to a service; empty where the service is asked without it. */
    public static String told(HttpServletRequest request) {
        var told = request.getHeader(HEADER);
        return told == null
                        || request.getRequestURI().startsWith(ROOT)
                        || !FORM.matcher(told).matches()
                ? ""
                : told;
    }
}
