package id.lumbung.shu.closing;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.shu.account.AccountSink;
import id.lumbung.shu.account.AccountStore;
import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.account.PassersByDay;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the frozen accounts of a year hold together.
 *
 * @param members accounts of members
 * @param business net rupiah of members' business in the year, by whom the journal knows as members
 * @param othersBusiness of passers-by, and of ids the journal knows no joining of
 * @param adjustments in {@code business}: of earlier years, arrived late
 * @param entries counted
 * @param savings of members at the year's end, by kind
 */
public record FrozenTotals(
        long members,
        long business,
        long othersBusiness,
        long adjustments,
        long entries,
        Map<SavingsKind, Long> savings) {

    /**
     * @param run of the freezing; null where none is in force
     */
    static FrozenTotals of(AccountStore accounts, UUID cooperative, int year, @Nullable UUID run) {
        var sum = new Sum();
        accounts.eachFrozen(cooperative, year, run, sum);
        return sum.totals();
    }

    /** Sums up accounts one after the other. */
    static final class Sum implements AccountSink {
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
            others =
                    Math.addExact(
                            others, Math.addExact(did.beforeJoining(), did.outsideMembership()));
            adjustments = Math.addExact(adjustments, did.adjustments());
            account.savings()
                    .forEach((kind, saving) ->
                            savings.merge(kind, saving.closing(), Math::addExact));
        }

        @Override
        public void passersBy(PassersByDay day) {
            entries += day.entries().size();
            others = Math.addExact(others, day.business());
        }

        FrozenTotals totals() {
            return new FrozenTotals(members, business, others, adjustments, entries, savings);
        }
    }
}
