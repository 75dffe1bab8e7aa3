package id.lumbung.identity.accounts;

import java.util.Optional;
import java.util.UUID;

/**
 * What a host asks of this module: who has a member's login, and that nothing stays of it when the
 * member is erased.
 */
public class MemberLogins {

    private final Logins logins;

    MemberLogins(Logins logins) {
        this.logins = logins;
    }

    /** Since when a member has a login, and by whom; empty where they have none. */
    public Optional<MemberBinding> binding(UUID memberId) {
        return logins.ofMember(memberId).map(Login::binding);
    }

    /** Takes the member's logins away, with their usernames; says whether there were any. */
    public boolean erase(UUID memberId) {
        return logins.eraseOfMember(memberId) > 0;
    }
}
