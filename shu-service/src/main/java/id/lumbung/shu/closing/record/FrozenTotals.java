package id.lumbung.shu.closing.record;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.shu.account.AccountStore;
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
    public static FrozenTotals of(
            AccountStore accounts, UUID cooperative, int year, @Nullable UUID run) {
        var sum = new FrozenSums();
        accounts.eachFrozen(cooperative, year, run, sum);
        return sum.totals();
    }
}
