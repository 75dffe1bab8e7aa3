package id.lumbung.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may come in, and how often. Who shows a good token is counted by their own name, wherever
 * they call from; everybody else by their address, a token that turns out bad included, so that
 * guessing is paid for by the one who guesses. The token goes on to the service, which checks it
 * again and knows better what its bearer may do.
 *
 * <p>A request costs one, and one more for every 64 KB of its body: what a large batch costs this
 * door is its bytes, and how many sales are in it is the service's to weigh.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class Guard extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final int BYTES_FOR_ONE = 64 * 1024;

    private final @Nullable Tokens tokens;
    private final Allowance allowance;
    private final CrossOrigin crossOrigin;
    private final List<AddressRange> trustedProxies;
    private final long largestBody;

    Guard(
            SecuritySettings security,
            GatewaySettings settings,
            Allowance allowance,
            CrossOrigin crossOrigin) {
        var issuer = security.issuerUri();
        this.tokens =
                issuer == null
                        ? null
                        : new Tokens(
                                issuer,
                                new SigningKeys(issuer, security.jwkSetUri()),
                                Clock.systemUTC());
        this.allowance = allowance;
        this.crossOrigin = crossOrigin;
        this.trustedProxies = settings.trustedRanges();
        this.largestBody = settings.largestBody().toBytes();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = refusal(request, response);
        if (refusal != null) {
            refusal.send(request, response);
        } else if (CrossOrigin.isPreflight(request)) {
            crossOrigin.answer(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private @Nullable Problem refusal(HttpServletRequest request, HttpServletResponse response) {
        var path = Addresses.plain(request.getRequestURI());
        if (path == null) {
            return Problem.of(HttpStatus.BAD_REQUEST);
        }
        if (CrossOrigin.isPreflight(request)) {
            return counted(allowance.addresses().take(address(request), 1));
        }
        crossOrigin.mark(request, response);
        var asked = Addresses.asked(request.getMethod(), path);
        if (asked == Addresses.Asked.NOTHING) {
            return counted(forAnybody(request.getMethod(), path).take(address(request), 1));
        }
        if (tokens == null) {
            return counted(allowance.openAccess().take(address(request), cost(request)));
        }
        return refusal(request, asked, tokens);
    }

    /** Where passwords and secrets can be tried, less is allowed. */
    private Allowance.Kept<CallerAddress> forAnybody(String method, String path) {
        if (method.equals("POST")) {
            if (path.startsWith("/login")) {
                return allowance.logins();
            }
            if (path.startsWith("/oauth2/")) {
                return allowance.tokens();
            }
        }
        return allowance.addresses();
    }

    private @Nullable Problem refusal(
            HttpServletRequest request, Addresses.Asked asked, Tokens tokens) {
        var given = request.getHeaders("Authorization");
        var authorization = given.hasMoreElements() ? given.nextElement() : null;
        if (given.hasMoreElements()) {
            return refusedTo(request, Problem.of(HttpStatus.BAD_REQUEST));
        }
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, 7)) {
            return refusedTo(request, Problem.tokenMissing());
        }
        var token = authorization.substring(SCHEME.length()).strip();
        var caller = tokens.known(token);
        if (caller == null) {
            var address = address(request);
            var wait = allowance.addresses().take(address, 1);
            if (wait > 0) {
                return Problem.tooMany(wait);
            }
            try {
                caller = tokens.verify(token);
            } catch (Tokens.Invalid e) {
                return Problem.tokenInvalid();
            } catch (SigningKeys.Unavailable e) {
                return Problem.identityUnavailable();
            }
            allowance.addresses().giveBack(address, 1);
        }
        var wait = allowance.callers().take(caller.id(), cost(request));
        if (wait > 0) {
            return Problem.tooMany(wait);
        }
        return asked == Addresses.Asked.OPERATOR && !caller.isOperator()
                ? Problem.operatorsOnly()
                : null;
    }

    private Problem refusedTo(HttpServletRequest request, Problem why) {
        var tooMany = counted(allowance.addresses().take(address(request), 1));
        return tooMany == null ? why : tooMany;
    }

    private static @Nullable Problem counted(int wait) {
        return wait > 0 ? Problem.tooMany(wait) : null;
    }

    private CallerAddress address(HttpServletRequest request) {
        return CallerAddress.of(request, trustedProxies);
    }

    /** A body of unknown length counts as the largest. */
    private int cost(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        if (length < 0) {
            length = request.getHeader("Transfer-Encoding") == null ? 0 : largestBody;
        }
        return 1 + Math.toIntExact(Math.min(length, largestBody) / BYTES_FOR_ONE);
    }
}
