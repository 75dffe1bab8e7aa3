package id.lumbung.identity.oauth;

import id.lumbung.identity.Secrets;
import id.lumbung.identity.accounts.Logins;
import id.lumbung.identity.login.LoginCookieContext;
import java.security.Principal;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/** Logins as documents, and as Spring Security knows them. */
class AuthorizationDocuments {

    /** The hash of the refresh token that was brought. */
    static final String USED = "lumbung.refresh-token-used";

    /** When the login is over, however often it is refreshed. */
    static final String ENDS_AT = "lumbung.login-ends-at";

    /** The thumbprint of the key that the login is bound to; not there where it is to none. */
    static final String KEY = "lumbung.key";

    private final Clients clients;
    private final Logins logins;

    AuthorizationDocuments(Clients clients, Logins logins) {
        this.clients = clients;
        this.logins = logins;
    }

    static Document begun(
            OAuth2Authorization authorization, OAuth2AuthorizationCode code, Instant over) {
        OAuth2AuthorizationRequest request =
                authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        if (request == null || code.getIssuedAt() == null || code.getExpiresAt() == null) {
            throw new IllegalStateException("An authorization without what asked for it");
        }
        var asked = new Document();
        request.getAdditionalParameters()
                .forEach((name, value) -> {
                    if (value instanceof String text) {
                        var _ = asked.append(name, text);
                    }
                });
        return new Document("_id", authorization.getId())
                .append("client", authorization.getRegisteredClientId())
                .append("login", authorization.getPrincipalName())
                .append("scopes", authorization.getAuthorizedScopes())
                .append("uri", request.getAuthorizationUri())
                .append("redirect", request.getRedirectUri())
                .append("state", request.getState())
                .append("asked", asked)
                .append("code", Secrets.hash(code.getTokenValue()))
                .append("codeFrom", Date.from(code.getIssuedAt()))
                .append("codeUntil", Date.from(code.getExpiresAt()))
                .append("codeUsed", false)
                .append("over", Date.from(over));
    }

    @Nullable OAuth2Authorization withCode(Document document, String token) {
        var builder = builder(document);
        return builder == null
                ? null
                : builder.token(
                                new OAuth2AuthorizationCode(
                                        token,
                                        instant(document, "codeFrom"),
                                        instant(document, "codeUntil")))
                        .build();
    }

    @Nullable OAuth2Authorization withRefreshToken(Document document, String token, String hash) {
        var builder = builder(document);
        return builder == null
                ? null
                : builder.attributes(
                                all -> {
                                    var key = document.getString("key");
                                    if (key != null) {
                                        var _ = all.put(KEY, key);
                                    }
                                })
                        .attribute(USED, hash)
                        .attribute(ENDS_AT, instant(document, "endsAt"))
                        .refreshToken(
                                new OAuth2RefreshToken(
                                        token,
                                        instant(document, "refreshFrom"),
                                        instant(document, "refreshUntil")))
                        .build();
    }

    /** Null where the person may no longer come in, or has another password since. */
    private OAuth2Authorization.@Nullable Builder builder(Document document) {
        var client = clients.findById(document.getString("client"));
        var login =
                logins.find(UUID.fromString(document.getString("login")))
                        .filter(it -> it.honours(instant(document, "codeFrom")))
                        .orElse(null);
        if (client == null || login == null) {
            return null;
        }
        var scopes = new HashSet<>(document.getList("scopes", String.class));
        Map<String, Object> asked = new HashMap<>(document.get("asked", Document.class));
        return OAuth2Authorization.withRegisteredClient(client)
                .id(document.getString("_id"))
                .principalName(login.id().toString())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(scopes)
                .attribute(Principal.class.getName(), LoginCookieContext.as(login))
                .attribute(
                        OAuth2AuthorizationRequest.class.getName(),
                        OAuth2AuthorizationRequest.authorizationCode()
                                .authorizationUri(document.getString("uri"))
                                .clientId(client.getClientId())
                                .redirectUri(document.getString("redirect"))
                                .state(document.getString("state"))
                                .scopes(scopes)
                                .additionalParameters(asked)
                                .build());
    }

    private static Instant instant(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field), field).toInstant();
    }
}
