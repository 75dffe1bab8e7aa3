package id.lumbung.identity.oauth;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import id.lumbung.identity.IdentitySettings;
import id.lumbung.identity.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * The logins of people that programs may refresh: one document for each, from its code to its last
 * refresh token, and no longer than its absolute life. Codes and refresh tokens stand in it as
 * hashes only; access tokens stand nowhere, and neither does what outlets and services get, since
 * they can ask again.
 *
 * <p>A refresh token names its login, so every one that a login ever had is recognised: one that
 * was used before was copied, and all that came of that login ends. Two exceptions, since answers
 * get lost on bad lines. Of programs that use a token at the same moment (two tabs) one gets the
 * next and the others nothing, and the login goes on. And the token used last is taken once more
 * within {@link #GRACE}; what was given for it the first time is good no longer, and using that
 * ends the login. A code that is used twice ends it always.
 */
class Authorizations implements OAuth2AuthorizationService {

    /** For which a used code is remembered, to notice a second use. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /** Within which a second use is another tab's, and not a try after a lost answer. */
    static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** Within which an answer may have been lost, and is asked for again. */
    static final Duration GRACE = Duration.ofSeconds(30);

    private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);

    private final MongoCollection<Document> authorizations;
    private final AuthorizationDocuments documents;
    private final ReusedTokens reused;
    private final KeyBinding phones;
    private final Duration maxAge;
    private final Clock clock;
    private final AtomicLong sweptAtMillis = new AtomicLong();

    Authorizations(
            MongoOperations mongo,
            AuthorizationDocuments documents,
            ReusedTokens reused,
            KeyBinding phones,
            IdentitySettings settings,
            Clock clock) {
        this.authorizations = mongo.getCollection("authorizations");
        this.documents = documents;
        this.reused = reused;
        this.phones = phones;
        this.maxAge = settings.refreshMaxAge();
        this.clock = clock;
        var _ = authorizations.createIndex(Indexes.ascending("code"));
        var _ = authorizations.createIndex(Indexes.ascending("login"));
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
            phones.givenUp(authorization);
            remove(authorization);
        } else if (code != null && refresh == null && !code.isInvalidated()) {
            sweep();
            var over = clock.instant().plus(REMEMBERED);
            var _ =
                    authorizations.insertOne(
                            AuthorizationDocuments.begun(authorization, code.getToken(), over));
        } else if (code != null) {
            exchange(authorization, refresh == null ? null : refresh.getToken());
        } else if (refresh != null && phones.isBound(authorization)) {
            phones.refresh(authorization);
        } else if (refresh != null) {
            refresh(authorization, refresh.getToken());
        }
    }

    /** A login that is bound to a key keeps the token that it has; see {@link KeyBinding}. */
    private void exchange(OAuth2Authorization authorization, @Nullable OAuth2RefreshToken refresh) {
        var updates = new ArrayList<Bson>();
        updates.add(Updates.set("codeUsed", true));
        if (refresh != null) {
            var endsAt = clock.instant().plus(phones.maxAge(authorization).orElse(maxAge));
            updates.addAll(given(refresh, endsAt));
            updates.add(Updates.set("endsAt", Date.from(endsAt)));
        }
        phones.enrolling(authorization).ifPresent(updates::add);
        var updated =
                authorizations.updateOne(
                        and(eq("_id", authorization.getId()), eq("codeUsed", false)),
                        Updates.combine(updates));
        if (updated.getMatchedCount() == 0) {
            remove(authorization);
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    /** Of those who come with the same token at once, the others change nothing. */
    private void refresh(OAuth2Authorization authorization, OAuth2RefreshToken refresh) {
        String used = authorization.getAttribute(AuthorizationDocuments.USED);
        Instant endsAt = authorization.getAttribute(AuthorizationDocuments.ENDS_AT);
        if (used == null || endsAt == null) {
            throw new IllegalStateException("A refresh of what was not read here");
        }
        var updates = new ArrayList<>(given(refresh, endsAt));
        updates.add(Updates.set("before", used));
        updates.add(Updates.set("refreshedAt", Date.from(clock.instant())));
        var id = eq("_id", authorization.getId());
        var first =
                authorizations.updateOne(
                        and(id, eq("refresh", used)),
                        Updates.combine(Updates.combine(updates), Updates.set("again", false)));
        if (first.getMatchedCount() == 1) {
            return;
        }
        var again =
                authorizations.updateOne(
                        and(
                                id,
                                eq("before", used),
                                ne("again", true),
                                lt("refreshedAt", Date.from(clock.instant().minus(AT_ONCE)))),
                        Updates.combine(Updates.combine(updates), Updates.set("again", true)));
        if (again.getMatchedCount() == 0) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    private static List<Bson> given(OAuth2RefreshToken refresh, Instant endsAt) {
        var until = refresh.getExpiresAt();
        if (refresh.getIssuedAt() == null || until == null) {
            throw new IllegalStateException("A token without times");
        }
        var over = Date.from(until.isAfter(endsAt) ? endsAt : until);
        var given = new ArrayList<Bson>();
        given.add(Updates.set("refresh", Secrets.hash(refresh.getTokenValue())));
        given.add(Updates.set("refreshFrom", Date.from(refresh.getIssuedAt())));
        given.add(Updates.set("refreshUntil", over));
        given.add(Updates.set("over", over));
        return given;
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
            end(document);
            return null;
        }
        return documents.withCode(document, token);
    }

    private @Nullable OAuth2Authorization byRefreshToken(String token) {
        var id = RefreshTokens.loginOf(token);
        var document = id == null ? null : authorizations.find(eq("_id", id)).first();
        if (document == null
                || document.getString("refresh") == null
                || !document.getDate("endsAt").toInstant().isAfter(clock.instant())) {
            return null;
        }
        var hash = Secrets.hash(token);
        if (!hash.equals(document.getString("refresh"))) {
            if (document.getString("key") != null) {
                return null; // Such a login has one token, so this is none of its own.
            }
            var used = document.getDate("refreshedAt");
            var isLast = used != null && hash.equals(document.getString("before"));
            var age = used == null ? null : Duration.between(used.toInstant(), clock.instant());
            if (!isLast || age == null || age.compareTo(GRACE) > 0) {
                end(document);
                return null;
            }
            if (age.compareTo(AT_ONCE) < 0) {
                return null;
            }
            if (document.getBoolean("again", false)) {
                end(document);
                return null;
            }
        }
        return documents.withRefreshToken(document, token, hash);
    }

    private void end(Document document) {
        var _ = authorizations.deleteOne(eq("_id", document.getString("_id")));
        reused.record(document.getString("login"));
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
}
