package id.lumbung.shu.patronage;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.shu.account.CountedAs;
import id.lumbung.shu.account.Membership;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.journal.Entry;
import java.util.EnumMap;
import java.util.Map;

/** Sums over one member's entries of one year, each by what a division counts it as. */
final class MemberTotals {

    private final Membership membership;
    private final BookYear year;
    private final Map<CountedAs, Long> business = new EnumMap<>(CountedAs.class);
    private final Map<SavingsKind, Long> savings = new EnumMap<>(SavingsKind.class);
    private long entries;

    MemberTotals(Membership membership, BookYear year) {
        this.membership = membership;
        this.year = year;
    }

    /**
     * Nothing in it tells a visit from a sale. All in rupiah; what takes back is taken off.
     *
     * @param entries how many there are behind these sums
     * @param business net purchases and fees paid as a member: the {@code inYear} of the member's
     *     explanation
     * @param beforeJoining likewise, before the day of joining
     * @param outsideMembership likewise, by one who was no member then
     * @param savings net of deposits and withdrawals, by kind of saving
     */
    record Sums(
            long entries,
            long business,
            long beforeJoining,
            long outsideMembership,
            Map<SavingsKind, Long> savings) {}

    void add(Entry entry) {
        entries++;
        var amount = entry.amount().amount();
        if (entry.kind().isBusiness()) {
            var as = CountedAs.of(entry.kind(), entry.countsAt(), membership, year);
            var _ = business.merge(as, amount, Math::addExact);
        } else if (entry.kind().isSavings() && entry.detail() != null) {
            var _ = savings.merge(SavingsKind.valueOf(entry.detail()), amount, Math::addExact);
        }
    }

    Sums sums() {
        return new Sums(
                entries,
                business.getOrDefault(CountedAs.BUSINESS, 0L),
                business.getOrDefault(CountedAs.BUSINESS_BEFORE_JOINING, 0L),
                business.getOrDefault(CountedAs.BUSINESS_OUTSIDE_MEMBERSHIP, 0L),
                Map.copyOf(savings));
    }
}
