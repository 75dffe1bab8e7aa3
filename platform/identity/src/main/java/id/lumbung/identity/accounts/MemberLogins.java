package id.lumbung.identity.accounts;

import java.util.UUID;

/** What a host asks of this module: that nothing stays of the login of a member who is erased. */
public class MemberLogins {

    private final Logins logins;

    MemberLogins(Logins logins) {
        this.logins = logins;
    }

    /** Takes the member's logins away, with their usernames; says whether there were any. */
    public boolean erase(UUID memberId) {
        return logins.eraseOfMember(memberId) > 0;
    }
}
