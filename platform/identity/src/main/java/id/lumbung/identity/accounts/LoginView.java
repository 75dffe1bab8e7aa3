package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A login as an officer sees it.
 *
 * @param lockedUntil when logins that failed too often are heard again; absent where none are kept
 *     out
 * @param resetAskedBy who asked that the password be taken, which needs a second person
 * @param oneTimePassword shown this once
 */
record LoginView(
        UUID id,
        String username,
        List<Role> roles,
        @Nullable UUID cooperativeId,
        Set<UUID> cooperativeIds,
        @Nullable UUID outletId,
        @Nullable UUID memberId,
        boolean mustChoosePassword,
        @Nullable Instant lockedUntil,
        @Nullable Instant revokedAt,
        @Nullable String resetAskedBy,
        Actor changedBy,
        Instant changedAt,
        @Nullable String oneTimePassword) {

    static LoginView of(Login login, @Nullable String oneTimePassword, Instant now) {
        var place = login.place();
        var locked = login.lockedUntil();
        return new LoginView(
                login.id(),
                place.username(),
                place.roles().stream().sorted().toList(),
                place.cooperativeId(),
                place.cooperativeIds(),
                place.outletId(),
                place.memberId(),
                login.mustChoosePassword(),
                locked != null && locked.isAfter(now) ? locked : null,
                login.revokedAt(),
                login.resetAsked() == null ? null : login.resetAsked().by(),
                login.changedBy(),
                login.changedAt(),
                oneTimePassword);
    }

    /** Says nothing of the one-time password. */
    @Override
    public String toString() {
        return "LoginView " + id;
    }
}
