package id.lumbung.gateway.path;

import java.util.List;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;

/** Passed to the membership service, whose pages and protocols these are, as they come. */
public final class IdentityPaths {

    public static final List<String> PATTERNS =
            List.of("/oauth2/**", "/.well-known/**", "/userinfo", "/login", "/login/**", "/logout");

    private IdentityPaths() {}

    /** Those of one service below {@code /api}. */
    public static RequestPredicate below(String service) {
        return PATTERNS.stream()
                .map(pattern -> RequestPredicates.path("/api/" + service + pattern))
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }

    public static boolean contain(String path) {
        for (var pattern : PATTERNS) {
            if (pattern.endsWith("/**")
                    ? path.startsWith(pattern.substring(0, pattern.length() - 2))
                    : path.equals(pattern)) {
                return true;
            }
        }
        return false;
    }
}
