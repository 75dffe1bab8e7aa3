package id.lumbung.gateway.access;

import static id.lumbung.gateway.access.AccessDecision.tooMany;

import id.lumbung.gateway.access.AccessDecision.LetIn;
import id.lumbung.gateway.access.AccessDecision.SentAway;
import id.lumbung.gateway.browser.CrossOrigin;
import id.lumbung.gateway.limits.RequestCost;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may come in, and how often ({@link AccessRules}, {@link RequestCost}). The token goes on to
 * the service, which checks it again and knows better what its bearer may do. Each caller has only
 * so many requests under way.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public final class AuthFilter extends OncePerRequestFilter {

    private static final String CALLER = AuthFilter.class.getName() + ".caller";

    private final AccessRules rules;
    private final CrossOrigin crossOrigin;

    AuthFilter(AccessRules rules, CrossOrigin crossOrigin) {
        this.rules = rules;
        this.crossOrigin = crossOrigin;
    }

    /** Who makes this request, which was let in: a token's subject, or an address. */
    public static Object caller(HttpServletRequest request) {
        return Objects.requireNonNull(request.getAttribute(CALLER));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var preflight = CrossOrigin.isPreflight(request);
        if (!preflight) {
            crossOrigin.mark(request, response);
        }
        switch (rules.decide(request)) {
            case SentAway away -> away.why().send(request, response);
            case LetIn<?> in when !in.enter() -> tooMany(1).why().send(request, response);
            case LetIn<?> in -> {
                try {
                    request.setAttribute(CALLER, in.caller());
                    if (preflight) {
                        crossOrigin.answer(request, response);
                    } else {
                        chain.doFilter(request, response);
                    }
                } finally {
                    in.leave(RequestCost.unused(request));
                }
            }
        }
    }
}
