package id.lumbung.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** The token that a request shows (RFC 6750, section 2.1). */
final class BearerToken {

    private static final String HEADER = "Authorization";
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** Null where there is none, or more than one. */
    static @Nullable String of(HttpServletRequest request) {
        var given = request.getHeaders(HEADER);
        var authorization = given.hasMoreElements() ? given.nextElement() : null;
        return authorization == null
                        || given.hasMoreElements()
                        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? null
                : authorization.substring(SCHEME.length()).strip();
    }

    static boolean areSeveral(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HEADER)).size() > 1;
    }
}
