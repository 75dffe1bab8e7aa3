package id.lumbung.shu.closing.record;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.shu.account.AccountSink;
import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.account.PassersByDay;
import java.util.EnumMap;
import java.util.Map;

/** Sums up accounts one after the other. */
public final class FrozenSums implements AccountSink {
    private final Map<SavingsKind, Long> savings = new EnumMap<>(SavingsKind.class);
    private long members;
    private long business;
    private long others;
    private long adjustments;
    private long entries;

    @Override
    public void member(MemberAccount account) {
        var did = account.business();
        entries += account.entries().size();
        if (account.membership().kind() == null) {
            others = Math.addExact(others, did.all());
            return;
        }
        members++;
        business = Math.addExact(business, Math.addExact(did.inYear(), did.adjustments()));
        others = Math.addExact(others, Math.addExact(did.beforeJoining(), did.outsideMembership()));
        adjustments = Math.addExact(adjustments, did.adjustments());
        account.savings()
                .forEach((kind, saving) -> savings.merge(kind, saving.closing(), Math::addExact));
    }

    @Override
    public void passersBy(PassersByDay day) {
        entries += day.entries().size();
        others = Math.addExact(others, day.business());
    }

    public FrozenTotals totals() {
        return new FrozenTotals(members, business, others, adjustments, entries, savings);
    }
}
