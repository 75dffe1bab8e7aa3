package id.lumbung.identity;

import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Someone who may log in.
 *
 * @param passwordHash as the delegating encoder writes it
 * @param oneTimeUntil until when the password can be used, once, to choose another; null for a
 *     password that its owner chose
 * @param cooperativeId null for an operator or an advisor
 * @param cooperativeIds that an advisor helps
 * @param outletId where a cashier, pharmacist or clinician works, if at one only
 * @param memberId whom a member is in the register
 * @param lockedUntil when logins that failed too often are heard again, from where they failed
 * @param unlockedAt when an officer last forgave failed logins
 * @param passwordSetAt logins before it are over
 * @param revokedAt from when on no token is given; null while the person may come in
 */
@Document("people")
record Person(
        @Id UUID id,
        long version,
        String username,
        String passwordHash,
        @Nullable Instant oneTimeUntil,
        Set<Role> roles,
        @Nullable UUID cooperativeId,
        Set<UUID> cooperativeIds,
        @Nullable UUID outletId,
        @Nullable UUID memberId,
        @Nullable Instant lockedUntil,
        @Nullable Instant unlockedAt,
        Instant passwordSetAt,
        @Nullable Instant revokedAt,
        Actor changedBy,
        Instant changedAt) {

    /** What an officer decides of a person. */
    record Place(
            String username,
            Set<Role> roles,
            @Nullable UUID cooperativeId,
            Set<UUID> cooperativeIds,
            @Nullable UUID outletId,
            @Nullable UUID memberId) {}

    static Person admitted(UUID id, Place place, OneTime password, Actor by, Instant now) {
        return new Person(
                id,
                0,
                place.username(),
                password.hash(),
                password.until(),
                place.roles(),
                place.cooperativeId(),
                place.cooperativeIds(),
                place.outletId(),
                place.memberId(),
                null,
                null,
                now,
                null,
                by,
                now);
    }

    /** A password to be used once: its hash, and until when. */
    record OneTime(String hash, Instant until) {}

    Place place() {
        return new Place(username, roles, cooperativeId, cooperativeIds, outletId, memberId);
    }

    Person placed(Place place, Actor by, Instant now) {
        return new Person(
                id,
                version + 1,
                place.username(),
                passwordHash,
                oneTimeUntil,
                place.roles(),
                place.cooperativeId(),
                place.cooperativeIds(),
                place.outletId(),
                place.memberId(),
                lockedUntil,
                unlockedAt,
                passwordSetAt,
                revokedAt,
                by,
                now);
    }

    /**
     * @param until null where the person chose it
     */
    Person withPassword(String hash, @Nullable Instant until, Actor by, Instant now) {
        return new Person(
                id,
                version + 1,
                username,
                hash,
                until,
                roles,
                cooperativeId,
                cooperativeIds,
                outletId,
                memberId,
                lockedUntil,
                unlockedAt,
                now,
                revokedAt,
                by,
                now);
    }

    Person unlocked(Actor by, Instant now) {
        return new Person(
                id,
                version + 1,
                username,
                passwordHash,
                oneTimeUntil,
                roles,
                cooperativeId,
                cooperativeIds,
                outletId,
                memberId,
                null,
                now,
                passwordSetAt,
                revokedAt,
                by,
                now);
    }

    Person revoked(@Nullable Instant at, Actor by, Instant now) {
        return new Person(
                id,
                version + 1,
                username,
                passwordHash,
                oneTimeUntil,
                roles,
                cooperativeId,
                cooperativeIds,
                outletId,
                memberId,
                lockedUntil,
                unlockedAt,
                passwordSetAt,
                at,
                by,
                now);
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    boolean mustChoosePassword() {
        return oneTimeUntil != null;
    }

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "Person " + id;
    }
}
