package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Caller;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.backbone.security.Role;
import id.lumbung.edge.problem.Refusal;
import java.util.List;
import java.util.UUID;

/** Who sees what hangs on a login: its owner, its cooperative's board, an operator. */
public class LoginAccess {

    private final Logins logins;
    private final AdministeredLogins administered;

    LoginAccess(Logins logins, AdministeredLogins administered) {
        this.logins = logins;
        this.administered = administered;
    }

    /**
     * @throws Refusal when there is no such login, or it is not for whoever asks; both look alike
     */
    public Login ownOrAdministered(UUID id) {
        var caller = Caller.current();
        if (caller.subject().equals(id.toString())) {
            RequestGrant.current().requireAll(List.of());
            return logins.find(id).orElseThrow(AdministeredLogins::noSuchLogin);
        }
        if (!caller.is(Role.BOARD) && !caller.is(Role.OPERATOR)) {
            RequestGrant.current().requireAll(List.of());
            throw AdministeredLogins.noSuchLogin();
        }
        return administered.existing(Administrator.current(), id);
    }
}
