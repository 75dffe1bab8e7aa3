package id.lumbung.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.security.Actor;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/** The pages on which people log in and choose a password, in Indonesian and English. */
@Hidden
@OwnIdentity
@Controller
class LoginPages {

    /** Where to go on after the login: the path and query of an authorization request. */
    static final String CONTINUE = "continue";

    private static final String AUTHORIZE = "/oauth2/authorize?";
    private static final int LONGEST_CONTINUE = 4_000;

    private static final String LOGIN_FORM =
            """
            %s
            <form method="post" action="/login">
            <label for="username">Nama pengguna <span lang="en">Username</span></label>
            <input id="username" name="username" maxlength="64" autocomplete="username" autocapitalize="none" required autofocus>
            <label for="password">Kata sandi <span lang="en">Password</span></label>
            <input id="password" name="password" type="password" maxlength="72" autocomplete="current-password" required>
            %s
            <button type="submit">Masuk <span lang="en">Log in</span></button>
            </form>
            <p><a href="/login/password/change">Ganti kata sandi <span lang="en">Change the password</span></a></p>\
            """;

    private static final String PASSWORD_FORM =
            """
            %s
            <p>Pilih kata sandi baru, 12 karakter atau lebih. <span lang="en">Choose a new password of 12 characters or more.</span></p>
            <form method="post" action="/login/password">
            <label for="password">Kata sandi baru <span lang="en">New password</span></label>
            <input id="password" name="password" type="password" minlength="12" maxlength="72" autocomplete="new-password" required autofocus>
            <label for="again">Sekali lagi <span lang="en">Once more</span></label>
            <input id="again" name="again" type="password" minlength="12" maxlength="72" autocomplete="new-password" required>
            %s
            <button type="submit">Simpan <span lang="en">Save</span></button>
            </form>\
            """;

    private static final String CHANGE_FORM =
            """
            %s
            <p>Ganti kata sandi, 12 karakter atau lebih. <span lang="en">Change the password, to one of 12 characters or more.</span></p>
            <form method="post" action="/login/password/change">
            <label for="username">Nama pengguna <span lang="en">Username</span></label>
            <input id="username" name="username" maxlength="64" autocomplete="username" autocapitalize="none" required autofocus>
            <label for="current">Kata sandi sekarang <span lang="en">Present password</span></label>
            <input id="current" name="current" type="password" maxlength="72" autocomplete="current-password" required>
            <label for="password">Kata sandi baru <span lang="en">New password</span></label>
            <input id="password" name="password" type="password" minlength="12" maxlength="72" autocomplete="new-password" required>
            <label for="again">Sekali lagi <span lang="en">Once more</span></label>
            <input id="again" name="again" type="password" minlength="12" maxlength="72" autocomplete="new-password" required>
            %s
            <button type="submit">Simpan <span lang="en">Save</span></button>
            </form>\
            """;

    private static final Bilingual TOO_LATE =
            new Bilingual(
                    "Waktunya habis. Masuk lagi dengan kata sandi sekali pakai.",
                    "The time is over. Log in again with the one-time password.");

    private final LoginDesk desk;
    private final People people;
    private final Passwords passwords;
    private final LoginCookies cookies;
    private final Clock clock;

    LoginPages(
            LoginDesk desk, People people, Passwords passwords, LoginCookies cookies, Clock clock) {
        this.desk = desk;
        this.people = people;
        this.passwords = passwords;
        this.cookies = cookies;
        this.clock = clock;
    }

    @GetMapping("/login")
    void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(LOGIN_FORM, HttpStatus.OK, null, request, response);
    }

    @GetMapping("/login/login.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(new ClassPathResource("login.css", LoginPages.class));
    }

    @GetMapping("/login/password")
    void password(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(PASSWORD_FORM, HttpStatus.OK, null, request, response);
    }

    /** The chosen password takes the place of the one-time password, which is used up. */
    @PostMapping("/login/password")
    void choose(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var person =
                cookies.choosing(request)
                        .flatMap(sealed ->
                                people.find(sealed.person())
                                        .filter(it -> !sealed.at().isBefore(it.passwordSetAt())))
                        .filter(it -> it.mustChoosePassword() && !it.isRevoked())
                        .orElse(null);
        if (person == null) {
            show(LOGIN_FORM, HttpStatus.UNAUTHORIZED, TOO_LATE, request, response);
            return;
        }
        var objection = objection(person, password, again);
        if (objection != null) {
            show(PASSWORD_FORM, HttpStatus.UNPROCESSABLE_CONTENT, objection, request, response);
            return;
        }
        settle(person, password, response);
        response.sendRedirect(next(request));
    }

    private void settle(Person person, String password, HttpServletResponse response) {
        var chosen =
                people.change(
                        person.withPassword(
                                passwords.hash(password),
                                null,
                                new Actor(person.id().toString(), null),
                                clock.instant()));
        cookies.logIn(response, chosen);
    }

    @GetMapping("/login/password/change")
    void change(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(CHANGE_FORM, HttpStatus.OK, null, request, response);
    }

    /**
     * The present password is asked for as at a login, and wrong ones are counted as there. Every
     * other login of the person is over with it.
     */
    @PostMapping("/login/password/change")
    void change(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var given = UsernamePasswordAuthenticationToken.unauthenticated(username, current);
        given.setDetails(request);
        Person person;
        try {
            person = people.find(UUID.fromString(desk.authenticate(given).getName())).orElseThrow();
        } catch (LoginRefused refused) {
            failed(CHANGE_FORM, request, response, refused);
            return;
        }
        var objection = objection(person, password, again);
        if (objection != null) {
            show(CHANGE_FORM, HttpStatus.UNPROCESSABLE_CONTENT, objection, request, response);
            return;
        }
        settle(person, password, response);
        response.sendRedirect("/");
    }

    private @Nullable Bilingual objection(Person person, String password, String again) {
        if (!password.equals(again)) {
            return new Bilingual(
                    "Kedua kata sandi tidak sama.", "The two passwords are not the same.");
        }
        try {
            if (passwords.matches(password, person.passwordHash(), true)) {
                return new Bilingual(
                        "Ini kata sandi yang lama. Pilih yang lain.",
                        "This is the password you had. Choose another.");
            }
        } catch (Passwords.Busy _) {
            return LoginRefused.busy().said();
        }
        return Passwords.objection(password, person.username()).orElse(null);
    }

    /** After a right password. */
    void succeeded(HttpServletRequest request, HttpServletResponse response, Person person)
            throws IOException {
        if (person.mustChoosePassword()) {
            cookies.letChoose(response, person);
            response.sendRedirect(
                    "/login/password?" + CONTINUE + "=" + UriUtils.encode(next(request), UTF_8));
        } else {
            cookies.logIn(response, person);
            response.sendRedirect(next(request));
        }
    }

    /** After a login that led to nothing. */
    static void failed(
            HttpServletRequest request, HttpServletResponse response, LoginRefused refused)
            throws IOException {
        failed(LOGIN_FORM, request, response, refused);
    }

    private static void failed(
            String form,
            HttpServletRequest request,
            HttpServletResponse response,
            LoginRefused refused)
            throws IOException {
        var wait = refused.waitFor();
        if (wait != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        }
        show(form, refused.status(), refused.said(), request, response);
    }

    /** To the login, and back to what was asked for. */
    static String loginFor(HttpServletRequest request) {
        return "/login?"
                + CONTINUE
                + "="
                + UriUtils.encode(AUTHORIZE + request.getQueryString(), UTF_8);
    }

    /** Nowhere but to an authorization request of ours, or to the first page. */
    private static String next(HttpServletRequest request) {
        var given = request.getParameter(CONTINUE);
        return given != null
                        && given.startsWith(AUTHORIZE)
                        && given.length() <= LONGEST_CONTINUE
                        && given.chars().allMatch(letter -> letter > ' ' && letter < 127)
                ? given
                : "/";
    }

    private static void show(
            String form,
            HttpStatus status,
            @Nullable Bilingual said,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var hidden = new StringBuilder(hidden(CONTINUE, next(request)));
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf) {
            hidden.append(hidden(csrf.getParameterName(), csrf.getToken()));
        }
        var told =
                said == null
                        ? ""
                        : "<p class=\"said\" role=\"alert\">%s <span lang=\"en\">%s</span></p>"
                                .formatted(
                                        HtmlUtils.htmlEscape(said.indonesian()),
                                        HtmlUtils.htmlEscape(said.english()));
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(UTF_8);
        response.getWriter()
                .write(
                        """
                        <!doctype html>
                        <html lang="id">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>Lumbung</title>
                        <link rel="stylesheet" href="/login/login.css">
                        </head>
                        <body>
                        <main>
                        <h1>Lumbung</h1>
                        %s
                        </main>
                        </body>
                        </html>
                        """
                                .formatted(form.formatted(told, hidden)));
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(HtmlUtils.htmlEscape(name), HtmlUtils.htmlEscape(value));
    }
}
