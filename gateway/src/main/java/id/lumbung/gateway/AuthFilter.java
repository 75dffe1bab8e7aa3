package id.lumbung.gateway;

import id.lumbung.edge.problem.Problem;
import id.lumbung.edge.problem.ProblemType;
import id.lumbung.edge.token.InvalidTokenException;
import id.lumbung.edge.token.IssuerUnavailableException;
import id.lumbung.edge.token.TokenVerifier;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
final class AuthFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final String OPERATOR = "OPERATOR";
    private static final int BYTES_FOR_ONE = 64 * 1024;

    private final @Nullable TokenVerifier tokens;
    private final RateLimits limits;
    private final CrossOrigin crossOrigin;
    private final List<AddressRange> trustedProxies;
    private final long maxBody;

    AuthFilter(
            ObjectProvider<TokenVerifier> tokens,
            GatewaySettings settings,
            RateLimits limits,
            CrossOrigin crossOrigin) {
        this.tokens = tokens.getIfAvailable();
        this.limits = limits;
        this.crossOrigin = crossOrigin;
        this.trustedProxies = settings.trustedRanges();
        this.maxBody = settings.maxBody().toBytes();
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
        var path = PathRules.plain(request.getRequestURI());
        if (path == null) {
            return Problem.of(HttpStatus.BAD_REQUEST);
        }
        if (CrossOrigin.isPreflight(request)) {
            return counted(limits.addresses().take(address(request), 1));
        }
        crossOrigin.mark(request, response);
        var asked = PathRules.asked(request.getMethod(), path);
        if (asked == PathRules.Asked.NOTHING) {
            return counted(forAnybody(request.getMethod(), path).take(address(request), 1));
        }
        if (tokens == null) {
            return counted(limits.openAccess().take(address(request), cost(request)));
        }
        return refusal(request, asked, tokens);
    }

    /** Where passwords and secrets can be tried, less is allowed. */
    private RateLimits.Kept<ClientAddress> forAnybody(String method, String path) {
        if (method.equals("POST")) {
            if (path.startsWith("/login")) {
                return limits.logins();
            }
            if (path.startsWith("/oauth2/")) {
                return limits.tokens();
            }
        }
        return limits.addresses();
    }

    private @Nullable Problem refusal(
            HttpServletRequest request, PathRules.Asked asked, TokenVerifier tokens) {
        var given = request.getHeaders("Authorization");
        var authorization = given.hasMoreElements() ? given.nextElement() : null;
        if (given.hasMoreElements()) {
            return refusedTo(request, Problem.of(HttpStatus.BAD_REQUEST));
        }
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, 7)) {
            return refusedTo(request, ProblemType.TOKEN_MISSING.problem());
        }
        var token = authorization.substring(SCHEME.length()).strip();
        var caller = tokens.known(token);
        if (caller == null) {
            var address = address(request);
            var wait = limits.addresses().take(address, 1);
            if (wait > 0) {
                return tooMany(wait);
            }
            try {
                caller = tokens.verify(token);
            } catch (InvalidTokenException e) {
                return ProblemType.TOKEN_INVALID.problem();
            } catch (IssuerUnavailableException e) {
                return ProblemType.IDENTITY_UNAVAILABLE.problem();
            }
            limits.addresses().giveBack(address, 1);
        }
        var wait = limits.callers().take(caller.subject(), cost(request));
        if (wait > 0) {
            return tooMany(wait);
        }
        return asked == PathRules.Asked.OPERATOR && !caller.roles().contains(OPERATOR)
                ? ProblemType.NOT_ALLOWED.problem()
                : null;
    }

    private Problem refusedTo(HttpServletRequest request, Problem why) {
        var tooMany = counted(limits.addresses().take(address(request), 1));
        return tooMany == null ? why : tooMany;
    }

    private static Problem tooMany(int seconds) {
        return ProblemType.TOO_MANY_REQUESTS.problem(seconds).retryAfter(seconds);
    }

    private static @Nullable Problem counted(int wait) {
        return wait > 0 ? tooMany(wait) : null;
    }

    private ClientAddress address(HttpServletRequest request) {
        return ClientAddress.of(request, trustedProxies);
    }

    /** A body of unknown length counts as the largest. */
    private int cost(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        if (length < 0) {
            length = request.getHeader("Transfer-Encoding") == null ? 0 : maxBody;
        }
        return 1 + Math.toIntExact(Math.min(length, maxBody) / BYTES_FOR_ONE);
    }
}
