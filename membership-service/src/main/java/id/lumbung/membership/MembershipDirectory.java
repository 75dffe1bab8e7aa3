package id.lumbung.membership;

import id.lumbung.identity.Directory;
import id.lumbung.membership.cooperative.Cooperatives;
import id.lumbung.membership.cooperative.Outlets;
import id.lumbung.membership.member.MemberRegister;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the identity module asks of the membership office. */
@Component
class MembershipDirectory implements Directory {

    private final Cooperatives cooperatives;
    private final Outlets outlets;
    private final MemberRegister members;

    MembershipDirectory(Cooperatives cooperatives, Outlets outlets, MemberRegister members) {
        this.cooperatives = cooperatives;
        this.outlets = outlets;
        this.members = members;
    }

    @Override
    public void requireCooperative(UUID cooperativeId) {
        var _ = cooperatives.get(cooperativeId);
    }

    @Override
    public Optional<UUID> cooperativeOf(UUID outletId) {
        return outlets.cooperativeOf(outletId);
    }

    @Override
    public void requireMember(UUID cooperativeId, UUID memberId) {
        var _ = members.history(cooperativeId, memberId);
    }
}
