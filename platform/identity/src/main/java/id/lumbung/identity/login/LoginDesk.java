package id.lumbung.identity.login;

import com.mongodb.MongoException;
import id.lumbung.identity.IdentityAction;
import id.lumbung.identity.accounts.Login;
import id.lumbung.identity.accounts.LoginEvents;
import id.lumbung.identity.accounts.Logins;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Where people prove who they are, by username and password. */
class LoginDesk implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(LoginDesk.class);

    private static final int MAX_USERNAME = 64;

    /** Much longer than any can be; it is wrong for every username alike. */
    private static final int MAX_PASSWORD = 1_000;

    private final Logins logins;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final LoginCookies cookies;
    private final ClientAddresses addresses;
    private final LoginEvents events;
    private final Clock clock;

    LoginDesk(
            Logins logins,
            Passwords passwords,
            LoginThrottle throttle,
            LoginCookies cookies,
            ClientAddresses addresses,
            LoginEvents events,
            Clock clock) {
        this.logins = logins;
        this.passwords = passwords;
        this.throttle = throttle;
        this.cookies = cookies;
        this.addresses = addresses;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws LoginRefused when it fails, or is not heard
     */
    @Override
    public Authentication authenticate(Authentication attempt) {
        if (!(attempt.getDetails() instanceof HttpServletRequest request)) {
            throw LoginRefused.wrong();
        }
        var username = attempt.getName().strip().toLowerCase(Locale.ROOT);
        var password = String.valueOf(attempt.getCredentials());
        if (username.isEmpty()
                || username.length() > MAX_USERNAME
                || password.isEmpty()
                || password.length() > MAX_PASSWORD) {
            throw LoginRefused.wrong();
        }
        try {
            return LoginCookieContext.as(heard(username, password, request));
        } catch (Passwords.Busy _) {
            throw LoginRefused.busy();
        } catch (MongoException | DataAccessException e) {
            log.warn("No login without the database: {}", e.getClass().getSimpleName());
            throw LoginRefused.busy();
        }
    }

    private Login heard(String username, String password, HttpServletRequest request)
            throws Passwords.Busy {
        var login = logins.named(username).orElse(null);
        var known = login == null ? null : cookies.known(request, login);
        var forgiven = login == null ? null : login.unlockedAt();
        var address = addresses.of(request);
        var attempt = throttle.take(username, address, known, forgiven);
        var wait = attempt.waitFor();
        if (wait != null) {
            if (login != null) {
                lock(login, wait);
            }
            throw LoginRefused.tooOften(wait);
        }
        requireHeard(address, known, attempt);
        try {
            if (login == null || login.isRevoked()) {
                passwords.pretend();
                throw LoginRefused.wrong();
            }
            if (!isRight(login, password, known != null)) {
                throw LoginRefused.wrong();
            }
        } catch (Passwords.Busy e) {
            attempt.notTried();
            throw e;
        }
        attempt.succeeded();
        if (login.awaitsConsent()) {
            throw LoginRefused.awaitsConsent();
        }
        return login;
    }

    /** Stands in the audit of the cooperatives concerned, once while it lasts. */
    private void lock(Login login, Duration wait) {
        if (logins.locked(login.id(), clock.instant().plus(wait), clock.instant())) {
            events.record(IdentityAction.LOGIN_LOCKED, login, null);
        }
    }

    /** Counted alike whether anybody has the username: who guesses names learns nothing. */
    private void requireHeard(String address, @Nullable String known, LoginThrottle.Try attempt) {
        var wait = known == null ? throttle.takePassword(address) : null;
        if (wait != null) {
            attempt.notTried();
            throw LoginRefused.tooOften(wait);
        }
    }

    private boolean isRight(Login login, String password, boolean known) throws Passwords.Busy {
        var until = login.password().oneTimeUntil();
        return passwords.matches(password, login.password().hash(), known)
                && (until == null || clock.instant().isBefore(until));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
