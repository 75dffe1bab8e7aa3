package id.lumbung.identity.oauth;

import id.lumbung.edge.token.TokenSettings;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What a token says of its bearer, as it is when the token is made: {@code client_id}, {@code
 * roles}, and where they have them {@code cooperative_id}, {@code cooperative_ids}, {@code
 * outlet_id}, {@code member_id}, {@code scope}.
 */
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String CLIENT = "client_id";
    static final String ROLES = "roles";
    static final String COOPERATIVE = "cooperative_id";
    static final String COOPERATIVES = "cooperative_ids";
    static final String OUTLET = "outlet_id";
    static final String MEMBER = "member_id";
    static final String SCOPE = "scope";

    private final LoginClaims logins;
    private final TokenSettings settings;

    /**
     * @param settings say for whom all tokens are made: the gateway and the services
     */
    TokenClaims(LoginClaims logins, TokenSettings settings) {
        this.logins = logins;
        this.settings = settings;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var claims = context.getClaims();
        var client = context.getRegisteredClient();
        claims.claims(all -> {
            var _ = all.remove(JwtClaimNames.NBF);
            var _ = all.remove(SCOPE);
        });
        claims.audience(List.of(settings.audience()));
        claims.claim(CLIENT, client.getClientId());
        var principal = context.getPrincipal();
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            ClientClaims.add(claims, client, context.getAuthorizedScopes());
        } else if (principal != null) {
            logins.add(claims, principal.getName(), client);
        }
    }

    static void id(JwtClaimsSet.Builder claims, String name, @Nullable UUID id) {
        if (id != null) {
            claims.claim(name, id.toString());
        }
    }
}
