package id.lumbung.membership;

import id.lumbung.identity.accounts.MemberLogins;
import id.lumbung.membership.member.BoundLogin;
import id.lumbung.membership.member.LoginsOfMembers;
import java.util.Optional;
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
    public Optional<BoundLogin> of(UUID memberId) {
        return Optional.ofNullable(logins.getIfAvailable())
                .flatMap(it -> it.binding(memberId))
                .map(it ->
                        new BoundLogin(
                                it.since(), it.by().stream().map(Enum::name).sorted().toList()));
    }

    @Override
    public void erase(UUID memberId) {
        logins.ifAvailable(it -> {
            var _ = it.erase(memberId);
        });
    }
}
