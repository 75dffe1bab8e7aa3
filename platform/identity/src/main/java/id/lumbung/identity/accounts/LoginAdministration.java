package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Caller;
import id.lumbung.backbone.security.Role;
import id.lumbung.identity.IdentityAction;
import id.lumbung.identity.IdentityRule;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where logins are given to people, and what their owners are is changed. */
class LoginAdministration {

    private final Logins logins;
    private final AdministeredLogins administered;
    private final OneTimePasswords passwords;
    private final RolesThatFit roles;
    private final Clock clock;

    LoginAdministration(
            Logins logins,
            AdministeredLogins administered,
            OneTimePasswords passwords,
            RolesThatFit roles,
            Clock clock) {
        this.logins = logins;
        this.administered = administered;
        this.passwords = passwords;
        this.roles = roles;
        this.clock = clock;
    }

    /** Gives a login, or changes what its owner is; some of it only when another consents. */
    LoginOutcome place(Administrator by, UUID id, Place place) {
        if (!by.mayAdminister(place.cooperativeId(), place.roles())) {
            throw Administrator.notAllowed();
        }
        requireNotTheirOwn(id);
        roles.require(place);
        var existing = logins.find(id).orElse(null);
        if (existing == null) {
            return give(by, id, place);
        }
        AdministeredLogins.requireTheirs(by, existing);
        return new LoginOutcome(
                existing.place().equals(place) ? existing : change(existing, place), null);
    }

    private static void requireNotTheirOwn(UUID id) {
        if (Actor.current().subject().equals(id.toString())) {
            throw IdentityRule.OWN_LOGIN.because(
                    "Tidak ada yang mengubah perannya sendiri. Minta pengurus lain atau operator.",
                    "Nobody changes what they are themselves. Ask another of the board, or an operator.");
        }
    }

    private LoginOutcome give(Administrator by, UUID id, Place place) {
        administered.record(IdentityAction.LOGIN_GIVEN, id, place.concerned(), place);
        var drawn = passwords.draw();
        var me = Actor.current();
        var login =
                bound(Login.given(id, place, drawn.password(), me, clock.instant()), null)
                        .withOrigin(new Origin(me.subject(), null));
        return logins.add(login) ? new LoginOutcome(login, drawn.text()) : place(by, id, place);
    }

    private Login change(Login existing, Place place) {
        if (!place.roles().contains(Role.OPERATOR)) {
            administered.requireNotLastOperator(existing);
        }
        var concerned = existing.place().concerned();
        concerned.addAll(place.concerned());
        administered.record(IdentityAction.LOGIN_CHANGED, existing.id(), concerned, place);
        return administered.change(bound(existing.withPlace(place, null), existing));
    }

    /** With what a second person must consent to, and since when it is a member's. */
    private Login bound(Login next, @Nullable Login before) {
        var place = next.place();
        var former = before == null ? null : before.place();
        var binding = before == null ? null : before.binding();
        if (former == null || !Objects.equals(former.memberId(), place.memberId())) {
            if (former != null) {
                administered.recordOfMember(IdentityAction.MEMBER_UNBOUND, former, next.id());
            }
            administered.recordOfMember(IdentityAction.MEMBER_BOUND, place, next.id());
            binding =
                    place.memberId() == null ? null : new MemberBinding(clock.instant(), offices());
        }
        var roles = SecondPerson.toConsentTo(before == null ? null : before.granted(), place);
        var asked =
                roles.isEmpty()
                        ? null
                        : new Asked(Actor.current().subject(), clock.instant(), roles);
        return next.withPlace(place, binding).withStanding(next.standing().withRolesAsked(asked));
    }

    private static Set<Role> offices() {
        return Caller.current().roles().stream()
                .filter(role -> role == Role.BOARD || role == Role.OPERATOR)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Login> of(Administrator by, UUID cooperativeId) {
        if (!by.mayAdminister(cooperativeId, Set.of())) {
            throw Administrator.notAllowed();
        }
        return logins.of(cooperativeId);
    }

    List<Login> ofNoCooperative() {
        return logins.ofNoCooperative();
    }
}
