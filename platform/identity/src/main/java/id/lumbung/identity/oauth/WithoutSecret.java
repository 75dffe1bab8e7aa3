package id.lumbung.identity.oauth;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** What a program says of itself that has no secret to prove it by. */
final class WithoutSecret extends OAuth2ClientAuthenticationToken {

    private static final long serialVersionUID = 1L;

    WithoutSecret(String clientId) {
        super(clientId, ClientAuthenticationMethod.NONE, null, null);
    }
}
