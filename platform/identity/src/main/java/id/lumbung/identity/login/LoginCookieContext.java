package id.lumbung.identity.login;

import id.lumbung.identity.accounts.Login;
import id.lumbung.identity.accounts.Logins;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Who is logged in, by the browser's cookie. A login ends with its revocation and with a new
 * password.
 */
public class LoginCookieContext implements SecurityContextRepository {

    private final LoginCookies cookies;
    private final Logins logins;

    LoginCookieContext(LoginCookies cookies, Logins logins) {
        this.cookies = cookies;
        this.logins = logins;
    }

    @Override
    @SuppressWarnings("deprecation") // What Spring calls is the deferred form of this.
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var context = SecurityContextHolder.createEmptyContext();
        cookies.loggedIn(holder.getRequest())
                .flatMap(sealed ->
                        logins.find(sealed.login())
                                .filter(login -> login.honours(sealed.at()))
                                .filter(login -> !login.mustChoosePassword()))
                .ifPresent(login -> context.setAuthentication(as(login)));
        return context;
    }

    /** The cookies were written when the login succeeded. */
    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookies.loggedIn(request).isPresent();
    }

    public static UsernamePasswordAuthenticationToken as(Login login) {
        return UsernamePasswordAuthenticationToken.authenticated(
                login.id().toString(), null, AuthorityUtils.NO_AUTHORITIES);
    }
}
