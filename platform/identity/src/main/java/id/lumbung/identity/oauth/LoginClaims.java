package id.lumbung.identity.oauth;

import id.lumbung.backbone.security.Role;
import id.lumbung.identity.accounts.Logins;
import id.lumbung.identity.accounts.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** What a token says of a person, as their login is when the token is made. */
class LoginClaims {

    private final Logins logins;

    LoginClaims(Logins logins) {
        this.logins = logins;
    }

    /**
     * @param id the login's
     */
    void add(JwtClaimsSet.Builder claims, String id, RegisteredClient client) {
        var place =
                logins.find(UUID.fromString(id))
                        .filter(login -> !login.isRevoked() && !login.awaitsConsent())
                        .map(login -> through(client, login.granted()))
                        .orElseThrow(() ->
                                new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        claims.claim(
                TokenClaims.ROLES,
                new ArrayList<>(place.roles().stream().map(Role::name).sorted().toList()));
        TokenClaims.id(claims, TokenClaims.COOPERATIVE, place.cooperativeId());
        TokenClaims.id(claims, TokenClaims.OUTLET, place.outletId());
        TokenClaims.id(claims, TokenClaims.MEMBER, place.memberId());
        if (!place.cooperativeIds().isEmpty()) {
            claims.claim(
                    TokenClaims.COOPERATIVES,
                    place.cooperativeIds().stream().map(UUID::toString).sorted().toList());
        }
    }

    /** What a person is through an app: no more than the app is for. */
    private static Place through(RegisteredClient client, Place place) {
        Set<Role> roles = client.getClientSettings().getSetting(PhoneApp.ROLES);
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
}
