package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.identity.IdentityAction;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Where a login is shut, opened again, and given another password. */
class LoginSafeguards {

    /** For which the first of two who ask for a password's reset is remembered. */
    private static final Duration CONSENT_TIME = Duration.ofDays(7);

    private final AdministeredLogins administered;
    private final OneTimePasswords passwords;
    private final SecondPerson second;
    private final Clock clock;

    LoginSafeguards(
            AdministeredLogins administered,
            OneTimePasswords passwords,
            SecondPerson second,
            Clock clock) {
        this.administered = administered;
        this.passwords = passwords;
        this.second = second;
        this.clock = clock;
    }

    /**
     * The password that stood is over, and with it every login by it. That of an office that
     * decides or oversees is taken when two people ask within a week: whoever holds the password
     * holds the office. The first who asks gets no password yet.
     *
     * @throws Refusal when the second is the first under another name
     */
    LoginOutcome resetPassword(Administrator by, UUID id) {
        var login = administered.existing(by, id);
        var asked = login.standing().resetAsked();
        var me = Actor.current().subject();
        if (!SecondPerson.guards(login.place())) {
            return reset(login, new Origin(me, null));
        }
        if (asked == null || asked.by().equals(me) || isOver(asked)) {
            var first = login.standing().withResetAsked(new Asked(me, clock.instant(), Set.of()));
            return new LoginOutcome(
                    administered.change(
                            IdentityAction.PASSWORD_RESET_ASKED, login, login.withStanding(first)),
                    null);
        }
        if (!second.isHere(login, asked)) {
            throw SecondPerson.needed();
        }
        return reset(login, new Origin(me, asked.by()));
    }

    private boolean isOver(Asked asked) {
        return !asked.at().plus(CONSENT_TIME).isAfter(clock.instant());
    }

    private LoginOutcome reset(Login login, Origin origin) {
        var drawn = passwords.draw();
        var next = login.withPassword(drawn.password()).withOrigin(origin);
        return new LoginOutcome(
                administered.change(IdentityAction.PASSWORD_RESET, login, next), drawn.text());
    }

    Login unlock(Administrator by, UUID id) {
        var login = administered.existing(by, id);
        var next = login.withStanding(login.standing().unlocked(clock.instant()));
        return administered.change(IdentityAction.LOGIN_UNLOCKED, login, next);
    }

    /** No token from now on. */
    Login revoke(Administrator by, UUID id) {
        var login = administered.existing(by, id);
        administered.requireNotLastOperator(login);
        return login.isRevoked()
                ? login
                : administered.change(
                        IdentityAction.LOGIN_REVOKED, login, login.revoked(clock.instant()));
    }

    Login restore(Administrator by, UUID id) {
        var login = administered.existing(by, id);
        var next = login.withStanding(login.standing().revoked(null));
        return administered.change(IdentityAction.LOGIN_RESTORED, login, next);
    }
}
