package id.lumbung.identity.oauth;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import id.lumbung.identity.Secrets;
import id.lumbung.identity.accounts.Logins;
import id.lumbung.identity.login.LoginCookieContext;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * The logins of people that programs may refresh: one document for each, from its code to its last
 * refresh token, none longer than that is good. Codes and refresh tokens stand in it as hashes
 * only; access tokens stand nowhere, and neither does what outlets and services get, since they can
 * ask again.
 *
 * <p>A code or a refresh token that is used a second time was copied: all that came of that login
 * ends. Of two who use it at once, one gets nothing.
 */
class Authorizations implements OAuth2AuthorizationService {

    /** For which a used code is remembered, to notice a second use. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);
    private static final String REFRESHED_BY = "lumbung.refreshed-by";

    private final MongoCollection<Document> authorizations;
    private final Clients clients;
    private final Logins logins;
    private final Clock clock;
    private final AtomicLong sweptAtMillis = new AtomicLong();

    Authorizations(MongoOperations mongo, Clients clients, Logins logins, Clock clock) {
        this.authorizations = mongo.getCollection("authorizations");
        this.clients = clients;
        this.logins = logins;
        this.clock = clock;
        var _ = authorizations.createIndex(Indexes.ascending("code"));
        var _ = authorizations.createIndex(Indexes.ascending("refresh"));
        var _ = authorizations.createIndex(Indexes.ascending("usedRefresh"));
        var _ =
                authorizations.createIndex(
                        Indexes.ascending("over"),
                        new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (!authorization
                .getAuthorizationGrantType()
                .equals(AuthorizationGrantType.AUTHORIZATION_CODE)) {
            return;
        }
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        var refresh = authorization.getRefreshToken();
        if (refresh != null && refresh.isInvalidated()) {
            remove(authorization);
        } else if (code != null && refresh == null && !code.isInvalidated()) {
            begin(authorization, code.getToken());
        } else if (code != null) {
            exchange(authorization, refresh == null ? null : refresh.getToken());
        } else if (refresh != null) {
            refresh(authorization, refresh.getToken());
        }
    }

    private void begin(OAuth2Authorization authorization, OAuth2AuthorizationCode code) {
        sweep();
        OAuth2AuthorizationRequest request =
                authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        if (request == null) {
            throw new IllegalStateException("An authorization without what asked for it");
        }
        var asked = new Document();
        request.getAdditionalParameters()
                .forEach((name, value) -> {
                    if (value instanceof String text) {
                        var _ = asked.append(name, text);
                    }
                });
        var _ =
                authorizations.insertOne(
                        new Document("_id", authorization.getId())
                                .append("client", authorization.getRegisteredClientId())
                                .append("login", authorization.getPrincipalName())
                                .append("scopes", authorization.getAuthorizedScopes())
                                .append("uri", request.getAuthorizationUri())
                                .append("redirect", request.getRedirectUri())
                                .append("state", request.getState())
                                .append("asked", asked)
                                .append("code", Secrets.hash(code.getTokenValue()))
                                .append("codeFrom", date(code.getIssuedAt()))
                                .append("codeUntil", date(code.getExpiresAt()))
                                .append("codeUsed", false)
                                .append("over", Date.from(clock.instant().plus(REMEMBERED))));
    }

    private void exchange(OAuth2Authorization authorization, @Nullable OAuth2RefreshToken refresh) {
        var update = Updates.set("codeUsed", true);
        if (refresh != null) {
            update =
                    Updates.combine(
                            update,
                            Updates.set("refresh", Secrets.hash(refresh.getTokenValue())),
                            Updates.set("refreshFrom", date(refresh.getIssuedAt())),
                            Updates.set("refreshUntil", date(refresh.getExpiresAt())),
                            Updates.set("over", date(refresh.getExpiresAt())));
        }
        var updated =
                authorizations.updateOne(
                        and(eq("_id", authorization.getId()), eq("codeUsed", false)), update);
        requireFirst(updated.getMatchedCount(), authorization);
    }

    private void refresh(OAuth2Authorization authorization, OAuth2RefreshToken refresh) {
        String before = authorization.getAttribute(REFRESHED_BY);
        var updated =
                authorizations.updateOne(
                        and(eq("_id", authorization.getId()), eq("refresh", before)),
                        Updates.combine(
                                Updates.set("refresh", Secrets.hash(refresh.getTokenValue())),
                                Updates.set("usedRefresh", before),
                                Updates.set("refreshFrom", date(refresh.getIssuedAt())),
                                Updates.set("refreshUntil", date(refresh.getExpiresAt())),
                                Updates.set("over", date(refresh.getExpiresAt()))));
        requireFirst(updated.getMatchedCount(), authorization);
    }

    private void requireFirst(long matched, OAuth2Authorization authorization) {
        if (matched == 0) {
            remove(authorization);
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        var _ = authorizations.deleteOne(eq("_id", authorization.getId()));
    }

    /** Nobody asks by id. */
    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        var kind = type == null ? null : type.getValue();
        if (kind == null || kind.equals(OAuth2ParameterNames.REFRESH_TOKEN)) {
            var found = byRefreshToken(token);
            if (found != null || kind != null) {
                return found;
            }
        }
        return kind == null || kind.equals(OAuth2ParameterNames.CODE) ? byCode(token) : null;
    }

    private @Nullable OAuth2Authorization byCode(String token) {
        var document = authorizations.find(eq("code", Secrets.hash(token))).first();
        if (document == null) {
            return null;
        }
        if (document.getBoolean("codeUsed", true)) {
            var _ = authorizations.deleteOne(eq("_id", document.getString("_id")));
            return null;
        }
        var builder = builder(document);
        return builder == null
                ? null
                : builder.token(
                                new OAuth2AuthorizationCode(
                                        token,
                                        document.getDate("codeFrom").toInstant(),
                                        document.getDate("codeUntil").toInstant()))
                        .build();
    }

    private @Nullable OAuth2Authorization byRefreshToken(String token) {
        var hash = Secrets.hash(token);
        var document = authorizations.find(eq("refresh", hash)).first();
        if (document == null) {
            var _ = authorizations.deleteOne(eq("usedRefresh", hash));
            return null;
        }
        var builder = builder(document);
        return builder == null
                ? null
                : builder.attribute(REFRESHED_BY, hash)
                        .refreshToken(
                                new OAuth2RefreshToken(
                                        token,
                                        document.getDate("refreshFrom").toInstant(),
                                        document.getDate("refreshUntil").toInstant()))
                        .build();
    }

    /** Null where the person may no longer come in, or has another password since. */
    private OAuth2Authorization.@Nullable Builder builder(Document document) {
        var client = clients.findById(document.getString("client"));
        var login =
                logins.find(UUID.fromString(document.getString("login")))
                        .filter(it -> it.honours(document.getDate("codeFrom").toInstant()))
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

    /** What is over goes at once or within a minute; not every database does it by the index. */
    private void sweep() {
        var now = clock.instant();
        var last = sweptAtMillis.get();
        if (now.toEpochMilli() - last > SWEPT_EVERY.toMillis()
                && sweptAtMillis.compareAndSet(last, now.toEpochMilli())) {
            var _ = authorizations.deleteMany(lt("over", Date.from(now)));
        }
    }

    private static Date date(@Nullable Instant instant) {
        if (instant == null) {
            throw new IllegalStateException("A token without times");
        }
        return Date.from(instant);
    }
}
