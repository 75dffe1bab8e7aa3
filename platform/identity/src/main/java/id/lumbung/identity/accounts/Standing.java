package id.lumbung.identity.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a person and the use of a login.
 *
 * @param lockedUntil when logins that failed too often are heard again, from where they failed
 * @param unlockedAt when an officer last forgave failed logins
 * @param revokedAt from when on no token is given; null while the person may come in
 * @param resetAsked that the password be taken; null where nobody asked, or it was done
 * @param rolesAsked roles that were given, and wait for a second person's consent
 */
record Standing(
        @Nullable Instant lockedUntil,
        @Nullable Instant unlockedAt,
        @Nullable Instant revokedAt,
        @Nullable Asked resetAsked,
        @Nullable Asked rolesAsked) {

    static final Standing CLEAR = new Standing(null, null, null, null, null);

    Standing unlocked(Instant now) {
        return new Standing(null, now, revokedAt, resetAsked, rolesAsked);
    }

    Standing revoked(@Nullable Instant at) {
        return new Standing(lockedUntil, unlockedAt, at, resetAsked, rolesAsked);
    }

    Standing withResetAsked(@Nullable Asked asked) {
        return new Standing(lockedUntil, unlockedAt, revokedAt, asked, rolesAsked);
    }

    Standing withRolesAsked(@Nullable Asked asked) {
        return new Standing(lockedUntil, unlockedAt, revokedAt, resetAsked, asked);
    }
}
