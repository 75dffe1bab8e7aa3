package id.lumbung.gateway.path;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;

/**
 * What each path asks of its caller: a token, unless it is named here. Judged is the path as the
 * services will read it; one that could be read in two ways is refused before.
 */
public final class PathRules {

    /** What is needed to come in. */
    public enum Asked {
        NOTHING,
        TOKEN,
        OPERATOR
    }

    /** Passed to the membership service, whose pages and protocols these are, as they come. */
    public static final List<String> IDENTITY =
            List.of("/oauth2/**", "/.well-known/**", "/userinfo", "/login", "/login/**", "/logout");

    /** Those of one service below {@code /api}. */
    public static RequestPredicate identityBelow(String service) {
        return IDENTITY.stream()
                .map(pattern -> RequestPredicates.path("/api/" + service + pattern))
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }

    private static final Set<String> OPEN_PAGES =
            Set.of(
                    "/",
                    "/index.html",
                    "/lumbung.css",
                    "/lumbung.js",
                    "/lumbung.svg",
                    "/swagger-ui.html",
                    "/error",
                    "/v3/api-docs",
                    "/v3/api-docs.yaml",
                    "/actuator/health/liveness",
                    "/actuator/health/readiness");
    private static final List<String> OPEN_FOLDERS = List.of("/swagger-ui/", "/v3/api-docs/");

    /** The first parts, below a service's address, of what is for operators alone. */
    private static final Set<String> OF_OPERATORS =
            ignoringCase("reconciliation", "outbox", "dead-letters", "actuator");

    /** Officers see how their own cooperative's books compare: outlets, days and sums. */
    private static final Pattern COMPARISON =
            Pattern.compile("/api/[^/]+/reconciliation/cooperatives/[^/]+/comparison");

    private static final Pattern WHOLE_COOPERATIVE =
            Pattern.compile(
                    "/(gates|verification|examination|comparison|days|facts|pack\\.zip|report\\.(html|pdf)|[a-z-]+\\.csv)$"
                            + "|/cooperatives/[^/]+/years/[^/]+$");

    private PathRules() {}

    private static Set<String> ignoringCase(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }

    /**
     * Whether a service has to read all that a cooperative did, or all of a year, to answer: what
     * sums, compares, checks or prints it. Lists that come by the page and what is one member's are
     * not of these.
     *
     * @param path as {@link #plain} gives it
     */
    public static boolean readsWholeCooperative(String path) {
        return path.startsWith("/api/") && WHOLE_COOPERATIVE.matcher(path).find();
    }

    /** Whether a path, as it was sent, has a part that is one or two dots, however written. */
    public static boolean climbs(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            int at = slash + 1;
            while (at < path.length()) {
                if (path.charAt(at) == '.') {
                    at++;
                } else if (path.regionMatches(true, at, "%2e", 0, 3)) {
                    at += 3;
                } else {
                    break;
                }
            }
            if (at > slash + 1
                    && (at == path.length() || path.charAt(at) == '/' || path.charAt(at) == ';')) {
                return true;
            }
        }
        return false;
    }

    /**
     * The path decoded, once; null where two readers could come to different paths: parameters
     * after a semicolon, empty parts, backslashes, encoded slashes, percent signs or control
     * characters.
     *
     * @param sent as the caller sent it, without parts of dots
     */
    public static @Nullable String plain(String sent) {
        StringBuilder decoded = null;
        for (int at = 0; at < sent.length(); at++) {
            var c = sent.charAt(at);
            if (c == '%') {
                if (decoded == null) {
                    decoded = new StringBuilder(sent.length()).append(sent, 0, at);
                }
                if (at + 2 >= sent.length()) {
                    return null;
                }
                var high = Character.digit(sent.charAt(at + 1), 16);
                var low = Character.digit(sent.charAt(at + 2), 16);
                if (high < 0 || low < 0) {
                    return null;
                }
                c = (char) (high * 16 + low);
                at += 2;
                if (c == '/' || c == '%') {
                    return null;
                }
            } else if (c == '/' && at > 0 && sent.charAt(at - 1) == '/') {
                return null;
            }
            if (c == ';' || c == '\\' || c < ' ' || c == 0x7f) {
                return null;
            }
            if (decoded != null) {
                var _ = decoded.append(c);
            }
        }
        return decoded == null ? sent : decoded.toString();
    }

    /**
     * @param path as {@link #plain} gives it
     */
    public static Asked asked(String method, String path) {
        if (path.startsWith("/api/")) {
            return belowService(method, path);
        }
        if (OPEN_PAGES.contains(path)
                || OPEN_FOLDERS.stream().anyMatch(path::startsWith)
                || isOfIdentity(path)) {
            return Asked.NOTHING;
        }
        if (path.equals("/actuator/health/services")) {
            return Asked.TOKEN;
        }
        return path.regionMatches(true, 0, "/actuator", 0, 9) ? Asked.OPERATOR : Asked.TOKEN;
    }

    private static Asked belowService(String method, String path) {
        var after = path.indexOf('/', "/api/".length());
        if (after < 0) {
            return Asked.TOKEN;
        }
        if (path.startsWith("/v3/api-docs", after)
                && path.length() == after + "/v3/api-docs".length()) {
            return method.equals("GET") ? Asked.NOTHING : Asked.TOKEN;
        }
        var end = path.indexOf('/', after + 1);
        var part = path.substring(after + 1, end < 0 ? path.length() : end);
        return OF_OPERATORS.contains(part) && !COMPARISON.matcher(path).matches()
                ? Asked.OPERATOR
                : Asked.TOKEN;
    }

    public static boolean isOfIdentity(String path) {
        for (var pattern : IDENTITY) {
            if (pattern.endsWith("/**")
                    ? path.startsWith(pattern.substring(0, pattern.length() - 2))
                    : path.equals(pattern)) {
                return true;
            }
        }
        return false;
    }
}
