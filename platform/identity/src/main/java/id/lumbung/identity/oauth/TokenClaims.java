package id.lumbung.identity.oauth;

import id.lumbung.backbone.security.Role;
import id.lumbung.edge.token.TokenSettings;
import id.lumbung.identity.accounts.Logins;
import id.lumbung.identity.accounts.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
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

    private final Logins logins;
    private final TokenSettings settings;

    /**
     * @param settings say for whom all tokens are made: the gateway and the services
     */
    TokenClaims(Logins logins, TokenSettings settings) {
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
            ofClient(claims, client, context.getAuthorizedScopes());
        } else if (principal != null) {
            ofLogin(claims, principal.getName(), client);
        }
    }

    private static void ofClient(
            JwtClaimsSet.Builder claims, RegisteredClient client, Set<String> asked) {
        Role role = client.getClientSettings().getSetting(Clients.ROLE);
        if (role == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }
        claims.claim(ROLES, List.of(role.name()));
        id(claims, COOPERATIVE, client.getClientSettings().getSetting(Clients.COOPERATIVE));
        id(claims, OUTLET, client.getClientSettings().getSetting(Clients.OUTLET));
        var scopes = asked.isEmpty() ? client.getScopes() : asked;
        if (!scopes.isEmpty()) {
            claims.claim(SCOPE, String.join(" ", scopes.stream().sorted().toList()));
        }
    }

    private void ofLogin(JwtClaimsSet.Builder claims, String id, RegisteredClient client) {
        var place =
                logins.find(UUID.fromString(id))
                        .filter(login -> !login.isRevoked() && !login.awaitsConsent())
                        .map(login -> through(client, login.granted()))
                        .orElseThrow(() ->
                                new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        claims.claim(
                ROLES, new ArrayList<>(place.roles().stream().map(Role::name).sorted().toList()));
        id(claims, COOPERATIVE, place.cooperativeId());
        id(claims, OUTLET, place.outletId());
        id(claims, MEMBER, place.memberId());
        if (!place.cooperativeIds().isEmpty()) {
            claims.claim(
                    COOPERATIVES,
                    place.cooperativeIds().stream().map(UUID::toString).sorted().toList());
        }
    }

    /** What a person is through an app: no more than the app is for. */
    private static Place through(RegisteredClient client, Place place) {
        Set<Role> roles = client.getClientSettings().getSetting(Clients.ROLES);
        if (roles == null) {
            return place;
        }
        var others = new HashSet<>(place.roles());
        others.removeAll(roles);
        var left = place.without(others);
        if (left.roles().isEmpty()) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(
                            OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
                            "This login has none of the roles that this app is for",
                            null));
        }
        return left;
    }

    private static void id(JwtClaimsSet.Builder claims, String name, @Nullable UUID id) {
        if (id != null) {
            claims.claim(name, id.toString());
        }
    }
}
