package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.identity.IdentityAction;
import java.util.UUID;

/** Where a second person consents to the roles that a first one gave. */
class Consents {

    private final AdministeredLogins administered;
    private final SecondPerson second;

    Consents(AdministeredLogins administered, SecondPerson second) {
        this.administered = administered;
        this.second = second;
    }

    /**
     * @param version of the login as it was shown: nobody consents to what was changed since
     * @throws Refusal when the one who consents is the one who asked, or may not decide of it
     */
    Login consent(Administrator by, UUID id, long version) {
        var login = administered.existing(by, id);
        var asked = login.standing().rolesAsked();
        if (asked == null) {
            return login; // Consented to before, and asked again.
        }
        if (login.version() != version) {
            throw Logins.overtaken();
        }
        if (!second.isHere(login, asked)) {
            throw SecondPerson.needed();
        }
        var origin = login.origin();
        var next = login.withStanding(login.standing().withRolesAsked(null));
        return administered.change(
                IdentityAction.LOGIN_CONSENTED,
                login,
                origin == null
                        ? next
                        : next.withOrigin(new Origin(origin.givenBy(), Actor.current().subject())));
    }
}
