package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/**
 * A login as an officer sees it.
 *
 * @param lockedUntil when logins that failed too often are heard again; absent where none are kept
 *     out
 * @param version to be named by who consents
 * @param roles with those that wait for consent
 * @param awaitingConsent roles that a second person has yet to consent to
 * @param askedBy who gave those
 * @param memberSince when it was bound to the member
 * @param resetAskedBy who asked that the password be taken, which needs a second person
 * @param oneTimePassword shown this once
 */
record LoginView(
        UUID id,
        long version,
        String username,
        List<Role> roles,
        List<Role> awaitingConsent,
        @Nullable String askedBy,
        @Nullable UUID cooperativeId,
        Set<UUID> cooperativeIds,
        @Nullable UUID outletId,
        @Nullable UUID memberId,
        @Nullable Instant memberSince,
        boolean mustChoosePassword,
        @Nullable Instant lockedUntil,
        @Nullable Instant revokedAt,
        @Nullable String resetAskedBy,
        Actor changedBy,
        Instant changedAt,
        @Nullable String oneTimePassword) {

    static LoginView of(Login login, @Nullable String oneTimePassword, Instant now) {
        var place = login.place();
        var standing = login.standing();
        var locked = standing.lockedUntil();
        var asked = standing.rolesAsked();
        return new LoginView(
                login.id(),
                login.version(),
                place.username(),
                place.roles().stream().sorted().toList(),
                asked == null ? List.of() : asked.roles().stream().sorted().toList(),
                asked == null ? null : asked.by(),
                place.cooperativeId(),
                place.cooperativeIds(),
                place.outletId(),
                place.memberId(),
                login.binding() == null ? null : login.binding().since(),
                login.mustChoosePassword(),
                locked != null && locked.isAfter(now) ? locked : null,
                standing.revokedAt(),
                standing.resetAsked() == null ? null : standing.resetAsked().by(),
                login.changed().by(),
                login.changed().at(),
                oneTimePassword);
    }

    /** Not to be stored on the way: it may hold a password. */
    static ResponseEntity<LoginView> answer(LoginOutcome outcome, Instant now) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(of(outcome.login(), outcome.oneTimePassword(), now));
    }

    /** Says nothing of the one-time password. */
    @Override
    public String toString() {
        return "LoginView " + id;
    }
}
