package id.lumbung.identity;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Where people prove who they are, by username and password. */
@OwnIdentity
@Component
class LoginDesk implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(LoginDesk.class);

    /** Set by the gateway, which drops what callers send under this name. */
    static final String CLIENT_ADDRESS = "Lumbung-Client-Address";

    private static final int LONGEST_USERNAME = 64;
    private static final int LONGEST_ADDRESS = 64;

    private final People people;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final LoginCookies cookies;
    private final Clock clock;

    LoginDesk(
            People people,
            Passwords passwords,
            LoginThrottle throttle,
            LoginCookies cookies,
            Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.throttle = throttle;
        this.cookies = cookies;
        this.clock = clock;
    }

    /**
     * @throws LoginRefused when it fails, or is not heard
     */
    @Override
    public Authentication authenticate(Authentication login) {
        if (!(login.getDetails() instanceof HttpServletRequest request)) {
            throw LoginRefused.wrong();
        }
        var username = login.getName().strip().toLowerCase(Locale.ROOT);
        var password = String.valueOf(login.getCredentials());
        if (username.isEmpty() || username.length() > LONGEST_USERNAME || password.isEmpty()) {
            throw LoginRefused.wrong();
        }
        try {
            return LoggedIn.as(heard(username, password, request));
        } catch (Passwords.Busy _) {
            throw LoginRefused.busy();
        } catch (MongoException | DataAccessException e) {
            log.warn("No login without the database: {}", e.getClass().getSimpleName());
            throw LoginRefused.busy();
        }
    }

    private Person heard(String username, String password, HttpServletRequest request)
            throws Passwords.Busy {
        var person = people.named(username).orElse(null);
        var known = person == null ? null : cookies.known(request, person);
        var forgiven = person == null ? null : person.unlockedAt();
        var address = address(request);
        var attempt = throttle.take(username, address, known, forgiven);
        var wait = attempt.waitFor();
        if (wait != null) {
            if (person != null) {
                people.locked(person.id(), clock.instant().plus(wait), clock.instant());
            }
            throw LoginRefused.tooOften(wait);
        }
        if (person == null || person.isRevoked()) {
            passwords.pretend(password);
            throw LoginRefused.wrong();
        }
        if (!isRight(person, password, known, address, attempt)) {
            throw LoginRefused.wrong();
        }
        attempt.succeeded();
        return person;
    }

    private boolean isRight(
            Person person,
            String password,
            @Nullable String known,
            String address,
            LoginThrottle.Try attempt)
            throws Passwords.Busy {
        try {
            if (known == null && !throttle.takePassword(address)) {
                throw new Passwords.Busy();
            }
            var until = person.oneTimeUntil();
            return passwords.matches(password, person.passwordHash(), known != null)
                    && (until == null || clock.instant().isBefore(until));
        } catch (Passwords.Busy e) {
            attempt.notTried();
            throw e;
        }
    }

    private static String address(HttpServletRequest request) {
        var told = request.getHeader(CLIENT_ADDRESS);
        return told == null || told.length() > LONGEST_ADDRESS ? request.getRemoteAddr() : told;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
