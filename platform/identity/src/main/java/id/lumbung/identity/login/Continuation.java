package id.lumbung.identity.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.UriUtils;

/** Where a browser goes on after a login: the path and query of an authorization request. */
public final class Continuation {

    static final String PARAMETER = "continue";
    private static final String AUTHORIZE = "/oauth2/authorize?";
    private static final int MAX_LENGTH = 4_000;

    private Continuation() {}

    /** The login page's address, which leads back to the authorization that was asked for. */
    public static String loginFor(HttpServletRequest authorization) {
        return "/login?" + parameter(AUTHORIZE + authorization.getQueryString());
    }

    /** Nowhere but to an authorization request of ours, or to the first page. */
    static String of(HttpServletRequest request) {
        var given = request.getParameter(PARAMETER);
        return given != null
                        && given.startsWith(AUTHORIZE)
                        && given.length() <= MAX_LENGTH
                        && given.chars().allMatch(letter -> letter > ' ' && letter < 127)
                ? given
                : "/";
    }

    /** For the query of a page on the way, which is to lead to the same. */
    static String parameter(HttpServletRequest request) {
        return parameter(of(request));
    }

    private static String parameter(String target) {
        return PARAMETER + "=" + UriUtils.encode(target, UTF_8);
    }
}
