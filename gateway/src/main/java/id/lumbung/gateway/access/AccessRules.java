package id.lumbung.gateway.access;

import id.lumbung.edge.problem.Problem;
import id.lumbung.edge.token.TokenVerifier;
import id.lumbung.gateway.GatewaySettings;
import id.lumbung.gateway.address.AddressRange;
import id.lumbung.gateway.address.ClientAddress;
import id.lumbung.gateway.browser.CrossOrigin;
import id.lumbung.gateway.limits.InFlight;
import id.lumbung.gateway.limits.RateLimit;
import id.lumbung.gateway.limits.RateLimits;
import id.lumbung.gateway.limits.RequestCost;
import id.lumbung.gateway.path.AccessLevel;
import id.lumbung.gateway.path.PathRules;
import id.lumbung.gateway.path.PlainPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Of whose limit a request takes: its caller's who shows a good token, else its address's. */
@Component
final class AccessRules {

    private final @Nullable TokenAccess tokens;
    private final RateLimits limits;
    private final List<AddressRange> trustedProxies;
    private final InFlight<Object> ofCallers;
    private final InFlight<Object> ofAddresses;

    AccessRules(
            ObjectProvider<TokenVerifier> verifier, GatewaySettings settings, RateLimits limits) {
        this.limits = limits;
        this.trustedProxies = settings.trustedRanges();
        this.ofCallers = new InFlight<>(settings.maxRequestsPerCaller());
        this.ofAddresses = new InFlight<>(settings.maxRequestsPerAddress());
        var tokens = verifier.getIfAvailable();
        this.tokens = tokens == null ? null : new TokenAccess(tokens, limits, ofCallers);
    }

    AccessDecision decide(HttpServletRequest request) {
        var path = PlainPath.of(request.getRequestURI());
        if (path == null) {
            return new AccessDecision.SentAway(Problem.of(HttpStatus.BAD_REQUEST));
        }
        var address = ClientAddress.of(request, trustedProxies);
        if (CrossOrigin.isPreflight(request)) {
            return AccessDecision.paying(limits.addresses(), address, 1, ofAddresses);
        }
        var needed = PathRules.needed(request.getMethod(), path);
        if (needed == AccessLevel.NOTHING) {
            var limit = forAnybody(request.getMethod(), path);
            return AccessDecision.paying(limit, address, 1, ofAddresses);
        }
        var cost = RequestCost.of(request, path);
        return tokens == null
                ? AccessDecision.paying(limits.openAccess(), address, cost, ofCallers)
                : tokens.decide(request, address, cost, needed == AccessLevel.OPERATOR);
    }

    /** Where passwords and secrets can be tried, less is allowed. */
    private RateLimit<ClientAddress> forAnybody(String method, String path) {
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
}
