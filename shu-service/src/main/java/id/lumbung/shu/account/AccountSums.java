package id.lumbung.shu.account;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.shu.account.MemberAccount.Business;
import id.lumbung.shu.account.MemberAccount.Savings;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.journal.JournalLines.Line;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sums of one member's account of one year, entry by entry, in any order. */
final class AccountSums {

    private final BookYear year;
    private final Membership membership;
    private final Map<CountedAs, Long> business = new EnumMap<>(CountedAs.class);
    private final Map<SavingsKind, SavingsSum> savings = new EnumMap<>(SavingsKind.class);
    private final PaidMonths paidMonths;

    AccountSums(BookYear year, Membership membership) {
        this.year = year;
        this.membership = membership;
        this.paidMonths = new PaidMonths(year);
    }

    /**
     * @param isNew whether no earlier year's account counts it; savings stand from year to year and
     *     are summed anyway
     */
    void add(Line line, boolean isNew) {
        var at = Instant.ofEpochMilli(line.at());
        var as = CountedAs.of(line.kind(), at, membership, year);
        switch (as) {
            case BUSINESS,
                    BUSINESS_BEFORE_JOINING,
                    BUSINESS_OUTSIDE_MEMBERSHIP,
                    ADJUSTMENT_OF_AN_EARLIER_YEAR -> {
                if (isNew) {
                    var _ = business.merge(as, line.amount(), Math::addExact);
                }
            }
            case SAVINGS -> {
                if (line.detail() != null) {
                    addSaving(line, at, SavingsKind.valueOf(line.detail()));
                }
            }
            case MEMBERSHIP -> {}
        }
    }

    private void addSaving(Line line, Instant at, SavingsKind kind) {
        var sum = savings.computeIfAbsent(kind, _ -> new SavingsSum());
        var on = year.date(at);
        var days = membership.days(year, on);
        if (at.isBefore(year.from())) {
            sum.addBefore(line.amount(), days);
        } else {
            sum.addIn(line.kind(), line.amount(), days);
        }
        if (kind == SavingsKind.MANDATORY) {
            paidMonths.add(line);
        }
    }

    Business business() {
        return new Business(
                business.getOrDefault(CountedAs.BUSINESS, 0L),
                business.getOrDefault(CountedAs.BUSINESS_BEFORE_JOINING, 0L),
                business.getOrDefault(CountedAs.BUSINESS_OUTSIDE_MEMBERSHIP, 0L),
                business.getOrDefault(CountedAs.ADJUSTMENT_OF_AN_EARLIER_YEAR, 0L));
    }

    Map<SavingsKind, Savings> savings() {
        var all = new EnumMap<SavingsKind, Savings>(SavingsKind.class);
        for (var kind : SavingsKind.values()) {
            var sum = savings.get(kind);
            all.put(kind, sum == null ? Savings.NONE : sum.savings());
        }
        return all;
    }

    @Nullable YearMonth paidThrough() {
        return paidMonths.last();
    }
}
