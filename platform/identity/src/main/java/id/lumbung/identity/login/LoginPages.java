package id.lumbung.identity.login;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.identity.IdentityAction;
import id.lumbung.identity.accounts.LoginEvents;
import id.lumbung.identity.accounts.Logins;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which people log in. What they send is taken by Spring Security's filter. */
@Hidden
@Controller
class LoginPages {

    private final Logins logins;
    private final LoginCookies cookies;
    private final LoginEvents events;
    private final LoginTemplates templates;

    LoginPages(Logins logins, LoginCookies cookies, LoginEvents events, LoginTemplates templates) {
        this.logins = logins;
        this.cookies = cookies;
        this.events = events;
        this.templates = templates;
    }

    @GetMapping("/login")
    void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        templates.show(LoginForm.LOGIN, request, response);
    }

    @GetMapping("/login/login.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(new ClassPathResource("login.css", LoginPages.class));
    }

    /**
     * After a right password: on, once it stands in the audit, or first to the choice of another.
     */
    void succeeded(
            HttpServletRequest request, HttpServletResponse response, Authentication authenticated)
            throws IOException {
        var login = logins.find(UUID.fromString(authenticated.getName())).orElseThrow();
        if (login.mustChoosePassword()) {
            cookies.letChoose(response, login);
            response.sendRedirect("/login/password?" + Continuation.parameter(request));
            return;
        }
        try {
            events.ofOwner(IdentityAction.LOGGED_IN, login, null, null);
        } catch (Refusal _) {
            templates.show(LoginForm.LOGIN, LoginRefused.busy(), request, response);
            return;
        }
        cookies.logIn(response, login);
        response.sendRedirect(Continuation.of(request));
    }

    /** After a login that led to nothing. */
    void failed(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        var refused = failure instanceof LoginRefused it ? it : LoginRefused.wrong();
        templates.show(LoginForm.LOGIN, refused, request, response);
    }
}
