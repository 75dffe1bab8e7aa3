package id.lumbung.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who is logged in, by the browser's cookie. A login ends with the revocation of the person and
 * with a new password.
 */
@OwnIdentity
@Component
class LoggedIn implements SecurityContextRepository {

    private final LoginCookies cookies;
    private final People people;

    LoggedIn(LoginCookies cookies, People people) {
        this.cookies = cookies;
        this.people = people;
    }

    @Override
    @SuppressWarnings("deprecation") // What Spring calls is the deferred form of this.
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var context = SecurityContextHolder.createEmptyContext();
        cookies.loggedIn(holder.getRequest())
                .flatMap(sealed ->
                        people.find(sealed.person())
                                .filter(person -> !person.isRevoked())
                                .filter(person -> !person.mustChoosePassword())
                                .filter(person -> !sealed.at().isBefore(person.passwordSetAt())))
                .ifPresent(person -> context.setAuthentication(as(person)));
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

    static UsernamePasswordAuthenticationToken as(Person person) {
        return UsernamePasswordAuthenticationToken.authenticated(
                person.id().toString(), null, AuthorityUtils.NO_AUTHORITIES);
    }
}
