package id.lumbung.identity.accounts;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Role;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.identity.IdentityAction;
import id.lumbung.identity.IdentityRule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where logins are given to people, and taken from them. What an officer does here is written in
 * the audit of every cooperative that it concerns before it is done.
 */
class LoginAdministration {

    /** For which the first of two who ask for a password's reset is remembered. */
    private static final Duration CONSENT_TIME = Duration.ofDays(7);

    private final Logins logins;
    private final OneTimePasswords passwords;
    private final RolesThatFit roles;
    private final AuditLog audit;
    private final Clock clock;

    LoginAdministration(
            Logins logins,
            OneTimePasswords passwords,
            RolesThatFit roles,
            AuditLog audit,
            Clock clock) {
        this.logins = logins;
        this.passwords = passwords;
        this.roles = roles;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param oneTimePassword null where no new one was drawn
     */
    record Outcome(Login login, @Nullable String oneTimePassword) {}

    /** Gives a login, or changes what its owner is. */
    Outcome place(Administrator by, UUID id, Login.Place place) {
        if (!by.mayAdminister(place.cooperativeId(), place.roles())) {
            throw Administrator.notAllowed();
        }
        roles.require(place);
        var existing = logins.find(id).orElse(null);
        if (existing == null) {
            return give(by, id, place);
        }
        requireTheirs(by, existing);
        if (existing.place().equals(place)) {
            return new Outcome(existing, null);
        }
        if (!place.roles().contains(Role.OPERATOR)) {
            requireNotLastOperator(existing);
        }
        var concerned = existing.place().concerned();
        concerned.addAll(place.concerned());
        record(IdentityAction.LOGIN_CHANGED, id, concerned, place);
        return new Outcome(
                logins.change(existing.placed(place, Actor.current(), clock.instant())), null);
    }

    private Outcome give(Administrator by, UUID id, Login.Place place) {
        record(IdentityAction.LOGIN_GIVEN, id, place.concerned(), place);
        var drawn = passwords.draw();
        var login = Login.given(id, place, drawn.password(), Actor.current(), clock.instant());
        return logins.add(login) ? new Outcome(login, drawn.text()) : place(by, id, place);
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

    /**
     * The password that stood is over, and with it every login by it. That of a supervisor, who
     * oversees those who could ask for it, is taken when two people ask within a week; the first
     * who asks gets no password yet.
     */
    Outcome resetPassword(Administrator by, UUID id) {
        var login = existing(by, id);
        if (login.place().roles().contains(Role.SUPERVISOR) && !isAskedByAnother(login)) {
            return new Outcome(
                    change(
                            by,
                            id,
                            IdentityAction.PASSWORD_RESET_ASKED,
                            it -> it.resetAsked(Actor.current(), clock.instant())),
                    null);
        }
        var drawn = passwords.draw();
        return new Outcome(
                change(
                        by,
                        id,
                        IdentityAction.PASSWORD_RESET,
                        it -> it.withPassword(drawn.password(), Actor.current())),
                drawn.text());
    }

    private boolean isAskedByAnother(Login login) {
        var asked = login.resetAsked();
        return asked != null
                && !asked.by().equals(Actor.current().subject())
                && asked.at().plus(CONSENT_TIME).isAfter(clock.instant());
    }

    Login unlock(Administrator by, UUID id) {
        return change(
                by,
                id,
                IdentityAction.LOGIN_UNLOCKED,
                login -> login.unlocked(Actor.current(), clock.instant()));
    }

    /** No token from now on. */
    Login revoke(Administrator by, UUID id) {
        return change(
                by,
                id,
                IdentityAction.LOGIN_REVOKED,
                login -> {
                    requireNotLastOperator(login);
                    return login.isRevoked()
                            ? login
                            : login.revoked(Actor.current(), clock.instant());
                });
    }

    Login restore(Administrator by, UUID id) {
        return change(
                by,
                id,
                IdentityAction.LOGIN_RESTORED,
                login ->
                        login.isRevoked()
                                ? login.restored(Actor.current(), clock.instant())
                                : login);
    }

    private Login change(
            Administrator by, UUID id, IdentityAction action, UnaryOperator<Login> change) {
        var login = existing(by, id);
        var next = change.apply(login);
        if (next.equals(login)) {
            return login;
        }
        record(action, id, next.place().concerned(), next.place());
        return logins.change(next);
    }

    private Login existing(Administrator by, UUID id) {
        var login = logins.find(id).orElseThrow(LoginAdministration::noSuchLogin);
        requireTheirs(by, login);
        return login;
    }

    /** With the roles that the login has from then on. */
    private void record(IdentityAction action, UUID id, Set<UUID> cooperatives, Login.Place place) {
        var given =
                place.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        cooperatives.forEach(cooperative -> {
            var _ = audit.record(action.name(), cooperative, id.toString(), given);
        });
    }

    /** Those of another cooperative are not there for a board. */
    private static void requireTheirs(Administrator by, Login login) {
        var cooperative = login.place().cooperativeId();
        if (!by.mayAdminister(cooperative, Set.of())) {
            throw noSuchLogin();
        }
        if (!by.mayAdminister(cooperative, login.place().roles())) {
            throw Administrator.notAllowed();
        }
    }

    private void requireNotLastOperator(Login login) {
        if (login.place().roles().contains(Role.OPERATOR)
                && !login.isRevoked()
                && !logins.hasOperatorBesides(login.id())) {
            throw new Refusal(
                    IdentityRule.LAST_OPERATOR,
                    "This is the last operator. Give another login the role first.");
        }
    }

    private static Refusal noSuchLogin() {
        return new Refusal(
                IdentityRule.NO_SUCH_LOGIN,
                "No login has this id. Give one first: PUT /logins/{id}.");
    }
}
