package id.lumbung.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Refresh tokens for programs without a secret, as OAuth 2.1 (4.3.1) allows them where each is used
 * once. Spring gives such programs none, so this is ours: the token itself is the proof, and {@link
 * Authorizations} ends the login when one comes a second time.
 */
final class RefreshTokens
        implements AuthenticationConverter,
                AuthenticationProvider,
                OAuth2TokenGenerator<OAuth2RefreshToken> {

    private static final char BETWEEN = '.';
    private static final Set<String> PATHS = Set.of("/oauth2/token", "/oauth2/revoke");
    private static final int MAX_ID_LENGTH = 100;

    private final RegisteredClientRepository clients;
    private final Clock clock;
    private final Base64StringKeyGenerator tokens =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 96);

    RefreshTokens(RegisteredClientRepository clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
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

    private static final class WithoutSecret extends OAuth2ClientAuthenticationToken {

        private static final long serialVersionUID = 1L;

        WithoutSecret(String clientId) {
            super(clientId, ClientAuthenticationMethod.NONE, null, null);
        }
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

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        var authorization = context.getAuthorization();
        if (authorization == null) {
            throw new IllegalStateException("A refresh token of no login");
        }
        var now = clock.instant();
        return new OAuth2RefreshToken(
                authorization.getId() + BETWEEN + tokens.generateKey(),
                now,
                now.plus(
                        context.getRegisteredClient()
                                .getTokenSettings()
                                .getRefreshTokenTimeToLive()));
    }

    /**
     * The id of the login that a token names; null where it has not the form of ours. Whoever has
     * had one token of a login knows it, and nobody else.
     */
    static @Nullable String loginOf(String token) {
        var end = token.indexOf(BETWEEN);
        return end <= 0 || end > MAX_ID_LENGTH ? null : token.substring(0, end);
    }
}
