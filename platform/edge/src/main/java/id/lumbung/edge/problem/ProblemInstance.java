package id.lumbung.edge.problem;

import id.lumbung.edge.web.GatewayPrefix;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.web.servlet.HandlerMapping;

/**
 * At which address a problem arose (RFC 9457's {@code instance}). Of the address only what is our
 * own is repeated, and ids: whoever writes a name or a NIK into a path does not get it back, nor
 * into anybody's log.
 */
final class ProblemInstance {

    private ProblemInstance() {}

    /** The request's path as its controller has it, with ids only, as the caller knows it. */
    static URI of(HttpServletRequest request) {
        return URI.create(GatewayPrefix.told(request) + path(request));
    }

    private static String path(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
            return Redaction.path(failed);
        }
        var path = request.getRequestURI();
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                        instanceof String pattern
                ? matched(pattern, path)
                : Redaction.path(path);
    }

    private static String matched(String pattern, String path) {
        var parts = pattern.split("/", -1);
        var sent = path.split("/", -1);
        if (pattern.contains("*") || parts.length != sent.length) {
            return Redaction.path(path);
        }
        for (var i = 0; i < parts.length; i++) {
            if (parts[i].contains("{")) {
                parts[i] = Redaction.isId(sent[i]) ? sent[i] : "-";
            }
        }
        return String.join("/", parts);
    }
}
