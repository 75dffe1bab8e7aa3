package id.lumbung.membership;

import id.lumbung.identity.accounts.MemberLogins;
import id.lumbung.membership.member.LoginsOfMembers;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the identity module; where another issuer takes its place, logins are not kept here. */
@Component
class MembershipLogins implements LoginsOfMembers {

    private final ObjectProvider<MemberLogins> logins;

    MembershipLogins(ObjectProvider<MemberLogins> logins) {
        this.logins = logins;
    }

    @Override
    public void erase(UUID memberId) {
        logins.ifAvailable(it -> {
            var _ = it.erase(memberId);
        });
    }
}
