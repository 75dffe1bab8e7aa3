package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The login account of a person.
 *
 * @param version counts the changes, so that of two at once one is refused
 * @param place what its owner is to be, with what waits for a second person's consent
 * @param origin null for those that no person gave
 * @param binding null where it is no member's
 * @param changed by whom, and when
 */
@Document("logins")
public record Login(
        @Id UUID id,
        long version,
        Place place,
        Password password,
        Standing standing,
        @Nullable Origin origin,
        @Nullable MemberBinding binding,
        Changed changed) {

    /** The last change of a login. */
    record Changed(Actor by, Instant at) {}

    static Login given(UUID id, Place place, Password password, Actor by, Instant now) {
        var changed = new Changed(by, now);
        return new Login(id, 0, place, password, Standing.CLEAR, null, null, changed);
    }

    Login withPlace(Place next, @Nullable MemberBinding bound) {
        return new Login(id, version, next, password, standing, origin, bound, changed);
    }

    /** Nothing is left of a wish that the one before be taken. */
    public Login withPassword(Password next) {
        var clear = standing.withResetAsked(null);
        return new Login(id, version, place, next, clear, origin, binding, changed);
    }

    Login withStanding(Standing next) {
        return new Login(id, version, place, password, next, origin, binding, changed);
    }

    Login withOrigin(Origin next) {
        return new Login(id, version, place, password, standing, next, binding, changed);
    }

    /** The next version. */
    Login changed(Actor by, Instant now) {
        var next = new Changed(by, now);
        return new Login(id, version + 1, place, password, standing, origin, binding, next);
    }

    /** What was given before is over for good, also when the login is restored. */
    Login revoked(Instant now) {
        return withPassword(password.overAt(now)).withStanding(standing.revoked(now));
    }

    public String username() {
        return place.username();
    }

    /** What its owner is: without what waits for consent. */
    public Place granted() {
        var asked = standing.rolesAsked();
        return asked == null ? place : place.without(asked.roles());
    }

    /** Whether a second person must consent before it is of any use. */
    public boolean awaitsConsent() {
        return granted().roles().isEmpty();
    }

    public boolean isRevoked() {
        return standing.revokedAt() != null;
    }

    /** When an officer last forgave failed logins. */
    public @Nullable Instant unlockedAt() {
        return standing.unlockedAt();
    }

    public boolean mustChoosePassword() {
        return password.oneTimeUntil() != null;
    }

    /** Whether what was given at that moment is still good: not revoked, and the same password. */
    public boolean honours(Instant givenAt) {
        return !isRevoked() && !awaitsConsent() && !givenAt.isBefore(password.setAt());
    }

    /** Whether a login is still one's own that may be used in a role. */
    boolean isUsableAs(Set<Role> roles) {
        return !isRevoked() && granted().roles().stream().anyMatch(roles::contains);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Login " + id;
    }
}
