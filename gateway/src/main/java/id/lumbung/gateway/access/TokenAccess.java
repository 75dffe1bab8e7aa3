package id.lumbung.gateway.access;

import id.lumbung.edge.problem.Problem;
import id.lumbung.edge.problem.ProblemType;
import id.lumbung.edge.token.InvalidTokenException;
import id.lumbung.edge.token.IssuerUnavailableException;
import id.lumbung.edge.token.TokenVerifier;
import id.lumbung.edge.token.VerifiedCaller;
import id.lumbung.gateway.address.ClientAddress;
import id.lumbung.gateway.limits.InFlight;
import id.lumbung.gateway.limits.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;

/**
 * Who shows a good token is counted by their own name, wherever they call from; a token that turns
 * out bad is paid for by the address it comes from.
 *
 * <p>A token is looked at before an address pays, so that one device with a bad token does not lock
 * out its neighbours behind the same address.
 */
final class TokenAccess {

    private static final String OPERATOR = "OPERATOR";

    private final TokenVerifier tokens;
    private final RateLimits limits;
    private final InFlight<Object> ofCallers;

    TokenAccess(TokenVerifier tokens, RateLimits limits, InFlight<Object> ofCallers) {
        this.tokens = tokens;
        this.limits = limits;
        this.ofCallers = ofCallers;
    }

    AccessDecision decide(
            HttpServletRequest request, ClientAddress address, int cost, boolean asOperator) {
        var token = BearerToken.of(request);
        if (token == null) {
            return refused(
                    address,
                    BearerToken.areSeveral(request)
                            ? Problem.of(HttpStatus.BAD_REQUEST)
                            : ProblemType.TOKEN_MISSING.problem());
        }
        if (!tokens.isRemembered(token)) {
            var wait = limits.unknownTokens().take(address, 1);
            if (wait > 0) {
                return AccessDecision.tooMany(wait);
            }
        }
        try {
            return decide(tokens.verify(token), cost, asOperator);
        } catch (InvalidTokenException e) {
            return refused(address, ProblemType.TOKEN_INVALID.problem());
        } catch (IssuerUnavailableException e) {
            return new AccessDecision.SentAway(ProblemType.IDENTITY_UNAVAILABLE.problem());
        }
    }

    private AccessDecision decide(VerifiedCaller caller, int cost, boolean asOperator) {
        var paid = AccessDecision.paying(limits.callers(), caller.subject(), cost, ofCallers);
        return paid instanceof AccessDecision.LetIn
                        && asOperator
                        && !caller.roles().contains(OPERATOR)
                ? new AccessDecision.SentAway(ProblemType.NOT_ALLOWED.problem())
                : paid;
    }

    private AccessDecision refused(ClientAddress address, Problem why) {
        var wait = limits.addresses().take(address, 1);
        return wait > 0 ? AccessDecision.tooMany(wait) : new AccessDecision.SentAway(why);
    }
}
