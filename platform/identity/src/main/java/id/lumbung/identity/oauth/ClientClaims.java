package id.lumbung.identity.oauth;

import id.lumbung.backbone.security.Role;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** What a token says of an outlet's app or a service of ours, which acts for itself. */
final class ClientClaims {

    private ClientClaims() {}

    static void add(JwtClaimsSet.Builder claims, RegisteredClient client, Set<String> asked) {
        Role role = client.getClientSettings().getSetting(SecretClients.ROLE);
        if (role == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }
        claims.claim(TokenClaims.ROLES, List.of(role.name()));
        TokenClaims.id(
                claims,
                TokenClaims.COOPERATIVE,
                client.getClientSettings().getSetting(SecretClients.COOPERATIVE));
        TokenClaims.id(
                claims,
                TokenClaims.OUTLET,
                client.getClientSettings().getSetting(SecretClients.OUTLET));
        var scopes = asked.isEmpty() ? client.getScopes() : asked;
        if (!scopes.isEmpty()) {
            claims.claim(TokenClaims.SCOPE, String.join(" ", scopes.stream().sorted().toList()));
        }
    }
}
