package id.lumbung.identity.accounts;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Role;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.identity.IdentityAction;
import id.lumbung.identity.IdentityRule;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Logins as those see and change them who may. What is done to one is written in the audit of every
 * cooperative that it concerns before it is done.
 */
class AdministeredLogins {

    private final Logins logins;
    private final AuditLog audit;
    private final Clock clock;

    AdministeredLogins(Logins logins, AuditLog audit, Clock clock) {
        this.logins = logins;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Refusal when there is none, or whoever asks may not administer it
     */
    Login existing(Administrator by, UUID id) {
        var login = logins.find(id).orElseThrow(AdministeredLogins::noSuchLogin);
        requireTheirs(by, login);
        return login;
    }

    /** Those of another cooperative are not there for a board. */
    static void requireTheirs(Administrator by, Login login) {
        var cooperative = login.place().cooperativeId();
        if (!by.mayAdminister(cooperative, Set.of())) {
            throw noSuchLogin();
        }
        if (!by.mayAdminister(cooperative, login.place().roles())) {
            throw Administrator.notAllowed();
        }
    }

    void requireNotLastOperator(Login login) {
        if (login.isUsableAs(Set.of(Role.OPERATOR)) && !logins.hasOperatorBesides(login.id())) {
            throw IdentityRule.LAST_OPERATOR.because(
                    "Ini operator terakhir. Beri peran itu kepada akun lain dahulu.",
                    "This is the last operator. Give another login the role first.");
        }
    }

    /** Changes nothing, and records nothing, where nothing would change. */
    Login change(IdentityAction action, Login before, Login next) {
        if (next.equals(before)) {
            return before;
        }
        record(action, next.id(), next.place().concerned(), next.place());
        return change(next);
    }

    /** What is recorded by then. */
    Login change(Login next) {
        return logins.change(next, Actor.current(), clock.instant());
    }

    /** With the roles that the login has from then on. */
    void record(IdentityAction action, UUID id, Set<UUID> cooperatives, Place place) {
        var given =
                place.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        cooperatives.forEach(
                cooperative -> audit.record(action.name(), cooperative, id.toString(), given));
    }

    /** In the words that the member finds in what is held about them. */
    void recordOfMember(IdentityAction action, Place place, UUID login) {
        var cooperative = place.cooperativeId();
        var member = place.memberId();
        if (cooperative != null && member != null) {
            audit.record(action.name(), cooperative, member.toString(), "Login " + login);
        }
    }

    static Refusal noSuchLogin() {
        return IdentityRule.NO_SUCH_LOGIN.because(
                "Tidak ada akun dengan id ini. Buat dahulu: PUT /logins/{id}.",
                "No login has this id. Give one first: PUT /logins/{id}.");
    }
}
