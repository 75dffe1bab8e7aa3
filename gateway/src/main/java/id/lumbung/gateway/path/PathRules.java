package id.lumbung.gateway.path;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What each path asks of its caller: a token, unless it is named here. Judged is the path as the
 * services will read it ({@link PlainPath}).
 */
public final class PathRules {

    /** The first parts, below a service's address, of what is for operators alone. */
    private static final Set<String> OF_OPERATORS =
            ignoringCase("reconciliation", "outbox", "dead-letters", "actuator");

    private PathRules() {}

    private static Set<String> ignoringCase(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }

    /** Whether a service answers, and not the gateway itself. */
    public static boolean passOn(String path) {
        return path.startsWith("/api/") || IdentityPaths.contain(path);
    }

    public static AccessLevel needed(String method, String path) {
        if (path.startsWith("/api/")) {
            return belowService(method, path);
        }
        if (OpenPages.contain(path) || IdentityPaths.contain(path)) {
            return AccessLevel.NOTHING;
        }
        if (path.equals("/actuator/health/services")) {
            return AccessLevel.TOKEN;
        }
        var isOperators = path.regionMatches(true, 0, "/actuator", 0, 9);
        return isOperators ? AccessLevel.OPERATOR : AccessLevel.TOKEN;
    }

    private static AccessLevel belowService(String method, String path) {
        var after = path.indexOf('/', "/api/".length());
        if (after < 0) {
            return AccessLevel.TOKEN;
        }
        if (path.substring(after).equals("/v3/api-docs")) {
            return method.equals("GET") ? AccessLevel.NOTHING : AccessLevel.TOKEN;
        }
        var end = path.indexOf('/', after + 1);
        var part = path.substring(after + 1, end < 0 ? path.length() : end);
        var isOperators = OF_OPERATORS.contains(part) && !OfficerPaths.contain(method, path);
        return isOperators ? AccessLevel.OPERATOR : AccessLevel.TOKEN;
    }
}
