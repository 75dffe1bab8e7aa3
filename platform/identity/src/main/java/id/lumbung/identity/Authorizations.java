package id.lumbung.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
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
import org.springframework.stereotype.Component;

/**
 * The logins of people that programs may renew: one document for each, from its code to its last
 * renewal token, none longer than that is good. Codes and renewal tokens stand in it as hashes
 * only; access tokens stand nowhere, and neither does what outlets and services get, since they can
 * ask again.
 *
 * <p>A code or a renewal token that is used a second time was copied: all that came of that login
 * ends. Of two who use it at once, one gets nothing.
 */
@OwnIdentity
@Component
class Authorizations implements OAuth2AuthorizationService {

    /** For which a used code is remembered, to notice a second use. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);
    private static final String RENEWED_BY = "lumbung.renewed-by";

    private final MongoCollection<Document> authorizations;
    private final Clients clients;
    private final People people;
    private final Clock clock;
    private final AtomicLong sweptAtMillis = new AtomicLong();

    Authorizations(MongoOperations mongo, Clients clients, People people, Clock clock) {
        this.authorizations = mongo.getCollection("authorizations");
        this.clients = clients;
        this.people = people;
        this.clock = clock;
        var _ = authorizations.createIndex(Indexes.ascending("code"));
        var _ = authorizations.createIndex(Indexes.ascending("renewal"));
        var _ = authorizations.createIndex(Indexes.ascending("usedRenewal"));
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
        var renewal = authorization.getRefreshToken();
        if (renewal != null && renewal.isInvalidated()) {
            remove(authorization);
        } else if (code != null && renewal == null && !code.isInvalidated()) {
            begin(authorization, code.getToken());
        } else if (code != null) {
            exchange(authorization, renewal == null ? null : renewal.getToken());
        } else if (renewal != null) {
            renew(authorization, renewal.getToken());
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
                                .append("person", authorization.getPrincipalName())
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

    private void exchange(OAuth2Authorization authorization, @Nullable OAuth2RefreshToken renewal) {
        var update = Updates.set("codeUsed", true);
        if (renewal != null) {
            update =
                    Updates.combine(
                            update,
                            Updates.set("renewal", Secrets.hash(renewal.getTokenValue())),
                            Updates.set("renewalFrom", date(renewal.getIssuedAt())),
                            Updates.set("renewalUntil", date(renewal.getExpiresAt())),
                            Updates.set("over", date(renewal.getExpiresAt())));
        }
        var updated =
                authorizations.updateOne(
                        and(eq("_id", authorization.getId()), eq("codeUsed", false)), update);
        requireFirst(updated.getMatchedCount(), authorization);
    }

    private void renew(OAuth2Authorization authorization, OAuth2RefreshToken renewal) {
        String before = authorization.getAttribute(RENEWED_BY);
        var updated =
                authorizations.updateOne(
                        and(eq("_id", authorization.getId()), eq("renewal", before)),
                        Updates.combine(
                                Updates.set("renewal", Secrets.hash(renewal.getTokenValue())),
                                Updates.set("usedRenewal", before),
                                Updates.set("renewalFrom", date(renewal.getIssuedAt())),
                                Updates.set("renewalUntil", date(renewal.getExpiresAt())),
                                Updates.set("over", date(renewal.getExpiresAt()))));
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
            var found = byRenewal(token);
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

    private @Nullable OAuth2Authorization byRenewal(String token) {
        var hash = Secrets.hash(token);
        var document = authorizations.find(eq("renewal", hash)).first();
        if (document == null) {
            var _ = authorizations.deleteOne(eq("usedRenewal", hash));
            return null;
        }
        var builder = builder(document);
        return builder == null
                ? null
                : builder.attribute(RENEWED_BY, hash)
                        .refreshToken(
                                new OAuth2RefreshToken(
                                        token,
                                        document.getDate("renewalFrom").toInstant(),
                                        document.getDate("renewalUntil").toInstant()))
                        .build();
    }

    /** Null where the person may no longer come in, or has another password since. */
    private OAuth2Authorization.@Nullable Builder builder(Document document) {
        var client = clients.findById(document.getString("client"));
        var person =
                people.find(UUID.fromString(document.getString("person")))
                        .filter(it -> !it.isRevoked())
                        .filter(it ->
                                !document.getDate("codeFrom")
                                        .toInstant()
                                        .isBefore(it.passwordSetAt()))
                        .orElse(null);
        if (client == null || person == null) {
            return null;
        }
        var scopes = new HashSet<>(document.getList("scopes", String.class));
        Map<String, Object> asked = new HashMap<>(document.get("asked", Document.class));
        return OAuth2Authorization.withRegisteredClient(client)
                .id(document.getString("_id"))
                .principalName(person.id().toString())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(scopes)
                .attribute(Principal.class.getName(), LoggedIn.as(person))
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
