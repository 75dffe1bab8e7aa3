package id.lumbung.backbone.security;

import id.lumbung.edge.token.InvalidTokenException;
import id.lumbung.edge.token.IssuerUnavailableException;
import id.lumbung.edge.token.TokenVerifier;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Spring Security's way to the check of tokens that the gateway makes, too. */
final class TokenAuthentication implements AuthenticationManager {

    private final TokenVerifier tokens;

    TokenAuthentication(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    /** The issuer's keys cannot be had: nobody's fault who calls. */
    static final class Unavailable extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        Unavailable(Throwable cause) {
            super("The issuer's keys cannot be had", cause);
        }
    }

    @Override
    public Authentication authenticate(Authentication request) {
        if (!(request instanceof BearerTokenAuthenticationToken bearer)) {
            throw new InsufficientAuthenticationException("Not a bearer token");
        }
        try {
            return new CallerAuthentication(Caller.of(tokens.verify(bearer.getToken())));
        } catch (InvalidTokenException e) {
            throw new InvalidBearerTokenException("Not a token that counts", e);
        } catch (IssuerUnavailableException e) {
            throw new Unavailable(e);
        }
    }
}
