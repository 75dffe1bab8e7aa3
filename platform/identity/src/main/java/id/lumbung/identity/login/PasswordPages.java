package id.lumbung.identity.login;

import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Bilingual;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.identity.IdentityAction;
import id.lumbung.identity.accounts.Login;
import id.lumbung.identity.accounts.LoginEvents;
import id.lumbung.identity.accounts.Logins;
import id.lumbung.identity.accounts.Password;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which people choose a password, in place of a one-time one or of their own. */
@Hidden
@Controller
class PasswordPages {

    private static final Bilingual TOO_LATE =
            new Bilingual(
                    "Waktunya habis. Masuk lagi dengan kata sandi sekali pakai.",
                    "The time is over. Log in again with the one-time password.");

    private final LoginDesk desk;
    private final Logins logins;
    private final Passwords passwords;
    private final LoginCookies cookies;
    private final LoginEvents events;
    private final LoginTemplates templates;
    private final Clock clock;

    PasswordPages(
            LoginDesk desk,
            Logins logins,
            Passwords passwords,
            LoginCookies cookies,
            LoginEvents events,
            LoginTemplates templates,
            Clock clock) {
        this.desk = desk;
        this.logins = logins;
        this.passwords = passwords;
        this.cookies = cookies;
        this.events = events;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * @param again the same once more, against slips of the finger
     */
    record Chosen(String password, String again) {

        Chosen {
            password = password == null ? "" : password;
            again = again == null ? "" : again;
        }

        @Override
        public String toString() {
            return "Chosen";
        }
    }

    @GetMapping("/login/password")
    void password(HttpServletRequest request, HttpServletResponse response) throws IOException {
        templates.show(LoginForm.PASSWORD, request, response);
    }

    /** The chosen password takes the place of the one-time password, which is used up. */
    @PostMapping("/login/password")
    void choose(
            @ModelAttribute Chosen chosen, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var login =
                cookies.choosing(request)
                        .flatMap(sealed ->
                                logins.find(sealed.login()).filter(it -> it.honours(sealed.at())))
                        .filter(Login::mustChoosePassword)
                        .orElse(null);
        if (login == null) {
            templates.show(LoginForm.LOGIN, HttpStatus.UNAUTHORIZED, TOO_LATE, request, response);
        } else if (accepts(login, chosen, LoginForm.PASSWORD, request, response)) {
            response.sendRedirect(Continuation.of(request));
        }
    }

    @GetMapping("/login/password/change")
    void change(HttpServletRequest request, HttpServletResponse response) throws IOException {
        templates.show(LoginForm.CHANGE, request, response);
    }

    /**
     * The present password is asked for as at a login, and wrong ones are counted as there. Every
     * other login of the person is over with it.
     */
    @PostMapping("/login/password/change")
    void change(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String current,
            @ModelAttribute Chosen chosen,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var given = UsernamePasswordAuthenticationToken.unauthenticated(username, current);
        given.setDetails(request);
        Login login;
        try {
            login = logins.find(UUID.fromString(desk.authenticate(given).getName())).orElseThrow();
        } catch (LoginRefused refused) {
            templates.show(LoginForm.CHANGE, refused, request, response);
            return;
        }
        if (accepts(login, chosen, LoginForm.CHANGE, request, response)) {
            response.sendRedirect("/");
        }
    }

    /** Logs in with the chosen password, or shows the form again with what is wrong with it. */
    private boolean accepts(
            Login login,
            Chosen chosen,
            LoginForm form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var objection = passwords.objection(login, chosen.password(), chosen.again()).orElse(null);
        if (objection != null) {
            templates.show(form, HttpStatus.UNPROCESSABLE_CONTENT, objection, request, response);
            return false;
        }
        try {
            events.ofOwner(IdentityAction.PASSWORD_CHANGED, login, null, null);
            events.ofOwner(IdentityAction.LOGGED_IN, login, null, null);
        } catch (Refusal _) {
            templates.show(form, LoginRefused.busy(), request, response);
            return false;
        }
        var password = Password.chosen(passwords.hash(chosen.password()), clock.instant());
        var by = new Actor(login.id().toString(), null);
        cookies.logIn(response, logins.change(login.withPassword(password), by, clock.instant()));
        return true;
    }
}
