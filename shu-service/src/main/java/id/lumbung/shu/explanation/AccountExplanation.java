package id.lumbung.shu.explanation;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.shu.account.CountedAs;
import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.division.Policy.Rules;
import id.lumbung.shu.division.Weights;
import id.lumbung.shu.journal.Entry;
import id.lumbung.shu.journal.EntryView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;

/** One member's account of one year, made out of its entries again, for people to follow. */
final class AccountExplanation {

    private final MemberAccount account;
    private final BookYear year;
    private final Rules rules;
    private final List<Entry> entries;

    AccountExplanation(MemberAccount account, BookYear year, Rules rules, List<Entry> entries) {
        this.account = account;
        this.year = year;
        this.rules = rules;
        this.entries = entries;
    }

    static CountedAs as(Entry entry, MemberAccount account, BookYear year) {
        return CountedAs.of(entry.kind(), entry.countsAt(), account.membership(), year);
    }

    ExplainedBusiness business(Weights weights) {
        var transactions = 0L;
        var late = new ArrayList<LateBusiness>();
        var sums = new EnumMap<Entry.Kind, BusinessOfAKind>(Entry.Kind.class);
        for (var entry : entries) {
            if (!entry.kind().isBusiness()) {
                continue;
            }
            var as = as(entry, account, year);
            var amount = entry.amount().amount();
            if (as == CountedAs.ADJUSTMENT_OF_AN_EARLIER_YEAR) {
                late.add(new LateBusiness(year.date(entry.at()), amount));
            } else if (as.isCounted(rules.joinerRule())) {
                transactions++;
            }
            var _ =
                    sums.merge(
                            entry.kind(),
                            new BusinessOfAKind(entry.kind(), 1, amount),
                            BusinessOfAKind::plus);
        }
        var did = account.business();
        return new ExplainedBusiness(
                did.inYear(),
                did.beforeJoining(),
                did.outsideMembership(),
                did.adjustments(),
                weights.business(),
                Math.max(0, -account.netBusiness(rules)),
                transactions,
                EntryView.isTheMembersOwn(account.memberId())
                        ? List.copyOf(sums.values())
                        : List.of(),
                late);
    }

    ExplainedCapital capital(Weights weights) {
        var savings = new ArrayList<ExplainedSaving>();
        var opening = 0L;
        for (var kind : SavingsKind.values()) {
            var saving = account.savings().get(kind);
            if (saving != null) {
                var isCapital = rules.capitalComponents().contains(kind);
                opening += isCapital ? saving.opening() : 0;
                savings.add(
                        new ExplainedSaving(
                                kind,
                                saving.opening(),
                                saving.paidIn(),
                                saving.takenOut(),
                                saving.closing(),
                                saving.rupiahDays(),
                                Math.floorDiv(saving.rupiahDays(), account.days()),
                                isCapital));
            }
        }
        return new ExplainedCapital(
                rules.capitalBasis(),
                account.days(),
                weights.capital(),
                savings,
                balances(opening));
    }

    /** Each day on which what is held changed, beginning with the year. */
    private List<CapitalBalance> balances(long opening) {
        var changes = new TreeMap<LocalDate, Long>();
        changes.put(year.firstDay(), 0L);
        for (var entry : entries) {
            if (as(entry, account, year) == CountedAs.SAVINGS
                    && !entry.at().isBefore(year.from())
                    && entry.detail() != null
                    && rules.capitalComponents().contains(SavingsKind.valueOf(entry.detail()))) {
                var _ =
                        changes.merge(
                                year.date(entry.at()), entry.amount().amount(), Math::addExact);
            }
        }
        var held = opening;
        var balances = new ArrayList<CapitalBalance>();
        for (var change : changes.entrySet()) {
            held = Math.addExact(held, change.getValue());
            balances.add(new CapitalBalance(change.getKey(), held));
        }
        return balances;
    }
}
