package id.lumbung.identity.oauth;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import id.lumbung.identity.IdentityAction;
import id.lumbung.identity.IdentitySettings;
import id.lumbung.identity.accounts.LoginEvents;
import id.lumbung.identity.accounts.Logins;
import id.lumbung.identity.dpop.ProofRefused;
import id.lumbung.identity.dpop.ProvenKey;
import id.lumbung.identity.dpop.UsedProofs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/**
 * How the logins on phones are bound. The refresh token of one is bound to a key that cannot leave
 * the phone, and is not used up by a refresh: an answer that is lost on a bad line is asked for
 * again with the same token, as often as it takes, and a copy of the token is worth nothing without
 * the key. Each refresh proves anew that the key is there.
 */
class KeyBinding {

    private final MongoCollection<Document> authorizations;
    private final UsedProofs proofs;
    private final Logins logins;
    private final LoginEvents events;
    private final IdentitySettings settings;
    private final Clock clock;

    KeyBinding(
            MongoOperations mongo,
            UsedProofs proofs,
            Logins logins,
            LoginEvents events,
            IdentitySettings settings,
            Clock clock) {
        this.authorizations = mongo.getCollection("authorizations");
        this.proofs = proofs;
        this.logins = logins;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** After which such a login ends in any case; empty where it is not on a phone. */
    Optional<Duration> maxAge(OAuth2Authorization authorization) {
        return PhoneApp.is(authorization.getRegisteredClientId())
                ? Optional.of(settings.deviceMaxAge())
                : Optional.empty();
    }

    /**
     * Binds a login to the key that was proved with its code; empty where it is not on a phone.
     *
     * @throws OAuth2AuthenticationException when no key was proved, or another than was announced
     */
    Optional<Bson> enrolling(OAuth2Authorization authorization) {
        if (!PhoneApp.is(authorization.getRegisteredClientId())) {
            return Optional.empty();
        }
        var key = proven();
        OAuth2AuthorizationRequest asked =
                authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        var announced = asked == null ? null : asked.getAdditionalParameters().get("dpop_jkt");
        if (announced != null && !announced.equals(key.thumbprint())) {
            throw ProofRefused.because("The code was asked for with the dpop_jkt of another key");
        }
        var name = DeviceName.current();
        proofs.use(key);
        record(IdentityAction.DEVICE_ENROLLED, authorization, key.thumbprint());
        var now = Date.from(clock.instant());
        return Optional.of(
                Updates.combine(
                        Updates.set("key", key.thumbprint()),
                        Updates.set("device", name),
                        Updates.set("deviceSince", now),
                        Updates.set("usedAt", now)));
    }

    boolean isBound(OAuth2Authorization authorization) {
        return authorization.getAttribute(AuthorizationDocuments.KEY) != null;
    }

    /**
     * Counts the time anew from which the token is good; it stays the same.
     *
     * @throws OAuth2AuthenticationException when the key of the login was not proved
     */
    void refresh(OAuth2Authorization authorization) {
        var key = proven();
        if (!key.thumbprint().equals(authorization.getAttribute(AuthorizationDocuments.KEY))) {
            throw ProofRefused.because("The refresh token is bound to another key");
        }
        Instant endsAt = authorization.getAttribute(AuthorizationDocuments.ENDS_AT);
        if (endsAt == null) {
            throw new IllegalStateException("A refresh of what was not read here");
        }
        var name = DeviceName.current();
        proofs.use(key);
        var now = clock.instant();
        var until = now.plus(settings.deviceRefreshTime());
        var over = Date.from(until.isAfter(endsAt) ? endsAt : until);
        var updates = new ArrayList<Bson>();
        updates.add(Updates.set("usedAt", Date.from(now)));
        updates.add(Updates.set("refreshUntil", over));
        updates.add(Updates.set("over", over));
        if (name != null) {
            updates.add(Updates.set("device", name));
        }
        var updated =
                authorizations.updateOne(
                        eq("_id", authorization.getId()), Updates.combine(updates));
        if (updated.getMatchedCount() == 0) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    /** The program on the phone gave its token up. */
    void givenUp(OAuth2Authorization authorization) {
        String key = authorization.getAttribute(AuthorizationDocuments.KEY);
        if (key != null) {
            record(IdentityAction.DEVICE_ENDED, authorization, key);
        }
    }

    private static ProvenKey proven() {
        var key = ProvenKey.current();
        if (key == null) {
            throw ProofRefused.because("No key was proved");
        }
        return key;
    }

    private void record(IdentityAction action, OAuth2Authorization authorization, String key) {
        logins.find(UUID.fromString(authorization.getPrincipalName()))
                .ifPresent(login ->
                        events.ofOwner(action, login, authorization.getRegisteredClientId(), key));
    }
}
