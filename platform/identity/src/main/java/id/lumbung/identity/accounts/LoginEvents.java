package id.lumbung.identity.accounts;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Actor;
import id.lumbung.identity.IdentityAction;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a login while it is used, in the audit of every cooperative that it concerns: ids
 * only, no username, no password, no token.
 */
public class LoginEvents {

    private final AuditLog audit;

    LoginEvents(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * Done by the login's owner, who has just shown who they are.
     *
     * @param client through which; null where it is not known
     * @param detail such as a key's thumbprint; null where there is none
     */
    public void ofOwner(
            IdentityAction action, Login login, @Nullable String client, @Nullable String detail) {
        record(action, login, detail, new Actor(login.id().toString(), client));
    }

    /** Done by whoever makes the request, or by nobody who is known. */
    public void record(IdentityAction action, Login login, @Nullable String detail) {
        record(action, login, detail, Actor.current());
    }

    private void record(IdentityAction action, Login login, @Nullable String detail, Actor actor) {
        login.place()
                .concerned()
                .forEach(cooperative -> {
                    var _ =
                            audit.record(
                                    action.name(),
                                    cooperative,
                                    login.id().toString(),
                                    detail,
                                    actor);
                });
    }
}
