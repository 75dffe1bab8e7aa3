package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Role;
import id.lumbung.identity.IdentityAction;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a host asks of this module: who has a member's login, and that nothing stays of it when the
 * member is erased.
 */
public class MemberLogins {

    private final Logins logins;
    private final LoginEvents events;

    MemberLogins(Logins logins, LoginEvents events) {
        this.logins = logins;
        this.events = events;
    }

    /** Since when a member has a login, and by whom; empty where they have none. */
    public Optional<MemberBinding> binding(UUID memberId) {
        return logins.ofMember(memberId).map(Login::binding);
    }

    /** Takes the member's logins away, with their usernames; says whether there were any. */
    public boolean erase(UUID memberId) {
        logins.ofMember(memberId)
                .ifPresent(login ->
                        events.record(
                                login.place().roles().equals(Set.of(Role.MEMBER))
                                        ? IdentityAction.LOGIN_ERASED
                                        : IdentityAction.MEMBER_UNBOUND,
                                login,
                                null));
        return logins.eraseOfMember(memberId) > 0;
    }
}
