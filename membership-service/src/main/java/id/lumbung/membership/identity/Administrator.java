package id.lumbung.membership.identity;

import id.lumbung.backbone.problem.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Whoever administers people and outlets, as the token says: an operator everywhere, a board within
 * its own cooperative and only what a cooperative has.
 */
record Administrator(boolean operator, @Nullable UUID board) {

    /**
     * @throws Refusal when whoever asks is neither
     */
    static Administrator current() {
        var token = token();
        if (token != null) {
            var roles = new HashSet<>(roles(token));
            if (roles.contains(Role.OPERATOR.name())) {
                return new Administrator(true, null);
            }
            var cooperative = token.getClaimAsString(TokenClaims.COOPERATIVE);
            if (roles.contains(Role.BOARD.name()) && cooperative != null) {
                return new Administrator(false, UUID.fromString(cooperative));
            }
        }
        throw notAllowed();
    }

    /** The token of the request that is being answered; null where there is none. */
    static @Nullable Jwt token() {
        return SecurityContextHolder.getContext().getAuthentication()
                                instanceof JwtAuthenticationToken login
                        && login.isAuthenticated()
                ? login.getToken()
                : null;
    }

    static List<String> roles(Jwt token) {
        var roles = token.getClaimAsStringList(TokenClaims.ROLES);
        return roles == null ? List.of() : roles;
    }

    static Refusal notAllowed() {
        return new Refusal(
                IdentityRule.NOT_ALLOWED,
                "Your role does not allow this. Ask the board of the cooperative, or an operator.");
    }

    boolean mayAdminister(@Nullable UUID cooperativeId, Set<Role> roles) {
        return operator
                || (board != null
                        && board.equals(cooperativeId)
                        && Role.OF_A_COOPERATIVE.containsAll(roles));
    }

    void requireOperator() {
        if (!operator) {
            throw notAllowed();
        }
    }
}
