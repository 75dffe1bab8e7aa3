package id.lumbung.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Lets programs without a secret refresh and give up tokens, as OAuth 2.1 (4.3.1) allows them:
 * Spring does not. The token itself is the proof, and on a phone its key as well.
 */
final class ClientsWithoutSecret implements AuthenticationConverter, AuthenticationProvider {

    private static final Set<String> PATHS = Set.of("/oauth2/token", "/oauth2/revoke");
    private static final int MAX_ID_LENGTH = 100;

    private final RegisteredClientRepository clients;

    ClientsWithoutSecret(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    /**
     * Takes note of a program that refreshes or gives up a token and names itself without a secret.
     */
    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var clientId = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        var grant = request.getParameter(OAuth2ParameterNames.GRANT_TYPE);
        if (clientId == null
                || clientId.length() > MAX_ID_LENGTH
                || !PATHS.contains(request.getRequestURI())
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) != null
                || (grant != null
                        && !grant.equals(AuthorizationGrantType.REFRESH_TOKEN.getValue()))) {
            return null;
        }
        return new WithoutSecret(clientId);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        if (!(authentication instanceof WithoutSecret named)) {
            return null;
        }
        var client = clients.findByClientId(String.valueOf(named.getPrincipal()));
        if (client == null
                || !client.getClientAuthenticationMethods()
                        .contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
