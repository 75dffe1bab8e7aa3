package id.lumbung.identity.accounts;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Role;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The login account of a person.
 *
 * @param version counts the changes, so that of two at once one is refused
 * @param lockedUntil when logins that failed too often are heard again, from where they failed
 * @param unlockedAt when an officer last forgave failed logins
 * @param resetAsked null where nobody asked, or it was done
 * @param revokedAt from when on no token is given; null while the person may come in
 */
@Document("logins")
public record Login(
        @Id UUID id,
        long version,
        Place place,
        Password password,
        @Nullable Instant lockedUntil,
        @Nullable Instant unlockedAt,
        @Nullable Instant revokedAt,
        @Nullable ResetAsked resetAsked,
        Actor changedBy,
        Instant changedAt) {

    /**
     * What an officer decides of a login.
     *
     * @param cooperativeId null for an operator or an advisor
     * @param cooperativeIds that an advisor helps
     * @param outletId where a cashier, pharmacist or clinician works, if at one only
     * @param memberId whom a member is in the register
     */
    public record Place(
            String username,
            Set<Role> roles,
            @Nullable UUID cooperativeId,
            Set<UUID> cooperativeIds,
            @Nullable UUID outletId,
            @Nullable UUID memberId) {

        /** The cooperatives whose supervisors are to see what is done to such a login. */
        public Set<UUID> concerned() {
            var concerned = new HashSet<>(cooperativeIds);
            if (cooperativeId != null) {
                concerned.add(cooperativeId);
            }
            if (concerned.isEmpty()) {
                concerned.add(AuditLog.PLATFORM);
            }
            return concerned;
        }
    }

    /**
     * Somebody asked that the password be taken, which needs a second person.
     *
     * @param by the first person's subject
     */
    record ResetAsked(String by, Instant at) {}

    /**
     * @param hash as the delegating encoder writes it
     * @param oneTimeUntil until when it can be used, once, to choose another; null for one that its
     *     owner chose
     * @param setAt tokens and cookies from before are over; the moment of a revocation counts, too
     */
    public record Password(String hash, @Nullable Instant oneTimeUntil, Instant setAt) {

        /** One that its owner chose. */
        public static Password chosen(String hash, Instant now) {
            return new Password(hash, null, now);
        }

        /** Says nothing of the hash. */
        @Override
        public String toString() {
            return "Password";
        }
    }

    static Login given(UUID id, Place place, Password password, Actor by, Instant now) {
        return new Login(id, 0, place, password, null, null, null, null, by, now);
    }

    Login placed(Place place, Actor by, Instant now) {
        return new Login(
                id,
                version + 1,
                place,
                password,
                lockedUntil,
                unlockedAt,
                revokedAt,
                resetAsked,
                by,
                now);
    }

    public Login withPassword(Password password, Actor by) {
        return new Login(
                id,
                version + 1,
                place,
                password,
                lockedUntil,
                unlockedAt,
                revokedAt,
                null,
                by,
                password.setAt());
    }

    Login resetAsked(Actor by, Instant now) {
        return new Login(
                id,
                version + 1,
                place,
                password,
                lockedUntil,
                unlockedAt,
                revokedAt,
                new ResetAsked(by.subject(), now),
                by,
                now);
    }

    Login unlocked(Actor by, Instant now) {
        return new Login(
                id, version + 1, place, password, null, now, revokedAt, resetAsked, by, now);
    }

    /** What was given before is over for good, also when the login is restored. */
    Login revoked(Actor by, Instant now) {
        return new Login(
                id,
                version + 1,
                place,
                new Password(password.hash(), password.oneTimeUntil(), now),
                lockedUntil,
                unlockedAt,
                now,
                resetAsked,
                by,
                now);
    }

    Login restored(Actor by, Instant now) {
        return new Login(
                id,
                version + 1,
                place,
                password,
                lockedUntil,
                unlockedAt,
                null,
                resetAsked,
                by,
                now);
    }

    public String username() {
        return place.username();
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    public boolean mustChoosePassword() {
        return password.oneTimeUntil() != null;
    }

    /** Whether what was given at that moment is still good: not revoked, and the same password. */
    public boolean honours(Instant givenAt) {
        return !isRevoked() && !givenAt.isBefore(password.setAt());
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Login " + id;
    }
}
