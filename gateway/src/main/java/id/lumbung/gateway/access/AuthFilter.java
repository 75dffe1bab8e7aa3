package id.lumbung.gateway.access;

import id.lumbung.edge.problem.Problem;
import id.lumbung.edge.problem.ProblemType;
import id.lumbung.edge.token.InvalidTokenException;
import id.lumbung.edge.token.IssuerUnavailableException;
import id.lumbung.edge.token.TokenVerifier;
import id.lumbung.edge.token.VerifiedCaller;
import id.lumbung.gateway.GatewaySettings;
import id.lumbung.gateway.address.AddressRange;
import id.lumbung.gateway.address.ClientAddress;
import id.lumbung.gateway.body.RequestLimitsFilter;
import id.lumbung.gateway.browser.CrossOrigin;
import id.lumbung.gateway.limits.InFlight;
import id.lumbung.gateway.limits.RateLimits;
import id.lumbung.gateway.path.PathRules;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
 * <p>A token is looked at before an address pays, so that one device with a bad token does not lock
 * out its neighbours behind the same address. Each caller has only so many requests under way.
 *
 * <p>A request costs one, and one more for every 64 KB of its body: what a large batch costs this
 * gateway is its bytes, and how many sales are in it is the service's to weigh. A read for which a
 * service goes through all that a cooperative did costs 1,000 more.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public final class AuthFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final String OPERATOR = "OPERATOR";
    private static final int BYTES_FOR_ONE = 64 * 1024;

    /** What more it costs to let a service read all that a cooperative did. */
    private static final int WHOLE_COOPERATIVE = 1_000;

    private static final String CALLER = AuthFilter.class.getName() + ".caller";

    private final @Nullable TokenVerifier tokens;
    private final RateLimits limits;
    private final CrossOrigin crossOrigin;
    private final List<AddressRange> trustedProxies;
    private final InFlight<Object> ofCallers;
    private final InFlight<Object> ofAddresses;

    AuthFilter(
            ObjectProvider<TokenVerifier> tokens,
            GatewaySettings settings,
            RateLimits limits,
            CrossOrigin crossOrigin) {
        this.tokens = tokens.getIfAvailable();
        this.limits = limits;
        this.crossOrigin = crossOrigin;
        this.trustedProxies = settings.trustedRanges();
        this.ofCallers = new InFlight<>(settings.maxRequestsPerCaller());
        this.ofAddresses = new InFlight<>(settings.maxRequestsPerAddress());
    }

    /** Who makes this request, which was let in: a token's subject, or an address. */
    public static Object caller(HttpServletRequest request) {
        return Objects.requireNonNull(request.getAttribute(CALLER));
    }

    private sealed interface Judgement {}

    /** By whom it is let in, and what counts what they have under way. */
    private record LetIn(Object caller, InFlight<Object> underWay) implements Judgement {}

    private record SentAway(Problem why) implements Judgement {}

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (judge(request, response)) {
            case SentAway away -> away.why().send(request, response);
            case LetIn in when !in.underWay().enter(in.caller()) ->
                    tooMany(1).send(request, response);
            case LetIn in -> {
                try {
                    request.setAttribute(CALLER, in.caller());
                    if (CrossOrigin.isPreflight(request)) {
                        crossOrigin.answer(request, response);
                    } else {
                        chain.doFilter(request, response);
                    }
                } finally {
                    in.underWay().leave(in.caller());
                }
            }
        }
    }

    private Judgement judge(HttpServletRequest request, HttpServletResponse response) {
        var path = PathRules.plain(request.getRequestURI());
        if (path == null) {
            return new SentAway(Problem.of(HttpStatus.BAD_REQUEST));
        }
        var address = ClientAddress.of(request, trustedProxies);
        if (CrossOrigin.isPreflight(request)) {
            return paying(limits.addresses(), address, 1, ofAddresses);
        }
        crossOrigin.mark(request, response);
        var asked = PathRules.asked(request.getMethod(), path);
        if (asked == PathRules.Asked.NOTHING) {
            return paying(forAnybody(request.getMethod(), path), address, 1, ofAddresses);
        }
        if (tokens == null) {
            return paying(limits.openAccess(), address, cost(request, path), ofCallers);
        }
        var token = token(request);
        if (token == null) {
            var several = Collections.list(request.getHeaders("Authorization")).size() > 1;
            return refused(
                    address,
                    several
                            ? Problem.of(HttpStatus.BAD_REQUEST)
                            : ProblemType.TOKEN_MISSING.problem());
        }
        try {
            var caller = verified(tokens, token, address);
            var paid = paying(limits.callers(), caller.subject(), cost(request, path), ofCallers);
            return paid instanceof LetIn
                            && asked == PathRules.Asked.OPERATOR
                            && !caller.roles().contains(OPERATOR)
                    ? new SentAway(ProblemType.NOT_ALLOWED.problem())
                    : paid;
        } catch (TooManyUnknown e) {
            return new SentAway(tooMany(e.seconds));
        } catch (InvalidTokenException e) {
            return refused(address, ProblemType.TOKEN_INVALID.problem());
        } catch (IssuerUnavailableException e) {
            return new SentAway(ProblemType.IDENTITY_UNAVAILABLE.problem());
        }
    }

    /** More tokens that were not seen before came from one address than are looked at. */
    private static final class TooManyUnknown extends Exception {
        private static final long serialVersionUID = 1L;

        private final int seconds;

        TooManyUnknown(int seconds) {
            super(null, null, false, false);
            this.seconds = seconds;
        }
    }

    private VerifiedCaller verified(TokenVerifier tokens, String token, ClientAddress address)
            throws TooManyUnknown, InvalidTokenException, IssuerUnavailableException {
        if (!tokens.isRemembered(token)) {
            var wait = limits.unknownTokens().take(address, 1);
            if (wait > 0) {
                throw new TooManyUnknown(wait);
            }
        }
        return tokens.verify(token);
    }

    /** Null where there is none, or more than one. */
    private static @Nullable String token(HttpServletRequest request) {
        var given = request.getHeaders("Authorization");
        var authorization = given.hasMoreElements() ? given.nextElement() : null;
        return authorization == null
                        || given.hasMoreElements()
                        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? null
                : authorization.substring(SCHEME.length()).strip();
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

    private static <K> Judgement paying(
            RateLimits.Kept<K> limit, K who, int cost, InFlight<Object> underWay) {
        var wait = limit.take(who, cost);
        return wait > 0 ? new SentAway(tooMany(wait)) : new LetIn(who, underWay);
    }

    private Judgement refused(ClientAddress address, Problem why) {
        var wait = limits.addresses().take(address, 1);
        return new SentAway(wait > 0 ? tooMany(wait) : why);
    }

    private static Problem tooMany(int seconds) {
        return ProblemType.TOO_MANY_REQUESTS.problem(seconds).retryAfter(seconds);
    }

    private int cost(HttpServletRequest request, String path) {
        var bytes = RequestLimitsFilter.size(request);
        var isRead = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return 1
                + (isRead && PathRules.readsWholeCooperative(path) ? WHOLE_COOPERATIVE : 0)
                + Math.toIntExact(bytes / BYTES_FOR_ONE);
    }
}
