package id.lumbung.identity.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.security.Keyset;
import id.lumbung.identity.IdentitySettings;
import id.lumbung.identity.Secrets;
import id.lumbung.identity.accounts.Login;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * What a browser keeps of a login, sealed: any instance can read it, none has to remember it, and a
 * flood of logins fills no memory.
 */
class LoginCookies {

    /** Where someone is logged in. */
    static final String LOGIN = "lumbung_login";

    /** Where someone has given a one-time password and must now choose another. */
    static final String CHOOSING = "lumbung_choosing";

    private static final String KNOWN = "lumbung_known_";
    private static final Duration CHOOSING_TIME = Duration.ofMinutes(10);
    private static final Duration KNOWN_TIME = Duration.ofDays(180);
    private static final int MAX_LENGTH = 1_000;

    private final ObjectProvider<Keyset> keys;
    private final Clock clock;
    private final Duration loginTime;
    private final boolean secure;

    /**
     * @param at since when
     */
    record Sealed(UUID login, Instant at) {}

    LoginCookies(
            ObjectProvider<Keyset> keys,
            Clock clock,
            IdentitySettings settings,
            @Value("${lumbung.security.issuer-uri}") String issuer) {
        this.keys = keys;
        this.clock = clock;
        this.loginTime = settings.loginTime();
        this.secure = issuer.startsWith("https:");
    }

    Optional<Sealed> loggedIn(HttpServletRequest request) {
        return read(request, LOGIN, loginTime);
    }

    Optional<Sealed> choosing(HttpServletRequest request) {
        return read(request, CHOOSING, CHOOSING_TIME);
    }

    /** The browser's mark, if this person logged in from it before. */
    @Nullable String known(HttpServletRequest request, Login login) {
        var name = known(login);
        return read(request, name, KNOWN_TIME)
                .filter(sealed -> sealed.login().equals(login.id()))
                .map(sealed -> sealed.login() + "@" + sealed.at().toEpochMilli())
                .orElse(null);
    }

    /** Logged in, and known from now on. */
    void logIn(HttpServletResponse response, Login login) {
        write(response, LOGIN, login, "/", loginTime);
        write(response, known(login), login, "/login", KNOWN_TIME);
        expire(response, CHOOSING, "/login");
    }

    void letChoose(HttpServletResponse response, Login login) {
        write(response, CHOOSING, login, "/login", CHOOSING_TIME);
    }

    private static String known(Login login) {
        return KNOWN + Secrets.hash(login.id().toString()).substring(0, 10);
    }

    private void write(
            HttpServletResponse response, String name, Login login, String path, Duration time) {
        var content = login.id() + " " + clock.instant().toEpochMilli();
        var sealed = keys.getObject().seal(content.getBytes(UTF_8), "cookie " + name);
        add(
                response,
                name,
                Base64.getUrlEncoder().withoutPadding().encodeToString(sealed),
                path,
                time);
    }

    private void expire(HttpServletResponse response, String name, String path) {
        add(response, name, "", path, Duration.ZERO);
    }

    private void add(
            HttpServletResponse response, String name, String value, String path, Duration time) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path(path)
                        .maxAge(time)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private Optional<Sealed> read(HttpServletRequest request, String name, Duration time) {
        var cookies = request.getCookies();
        for (var cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(name) && cookie.getValue().length() <= MAX_LENGTH) {
                return open(name, cookie.getValue())
                        .filter(sealed -> sealed.at().plus(time).isAfter(clock.instant()));
            }
        }
        return Optional.empty();
    }

    private Optional<Sealed> open(String name, String value) {
        try {
            var content =
                    new String(
                            keys.getObject()
                                    .open(Base64.getUrlDecoder().decode(value), "cookie " + name),
                            UTF_8);
            var space = content.indexOf(' ');
            return Optional.of(
                    new Sealed(
                            UUID.fromString(content.substring(0, space)),
                            Instant.ofEpochMilli(Long.parseLong(content.substring(space + 1)))));
        } catch (Keyset.Unopened | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
