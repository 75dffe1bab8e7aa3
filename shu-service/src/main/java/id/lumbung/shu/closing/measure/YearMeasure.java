package id.lumbung.shu.closing.measure;

import id.lumbung.shu.account.AccountComputation;
import id.lumbung.shu.account.AccountSink;
import id.lumbung.shu.account.AccountStore;
import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.account.PassersByDay;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.record.BookYearReader;
import id.lumbung.shu.division.Divider;
import id.lumbung.shu.division.Policy.BusinessDenominator;
import id.lumbung.shu.division.Policy.Rules;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sums up what a year's members and passers-by bring into a division. */
@Component
public class YearMeasure {

    private final BookYearReader reader;
    private final AccountStore accounts;
    private final AccountComputation computation;
    private final BookYears bookYears;

    YearMeasure(
            BookYearReader reader,
            AccountStore accounts,
            AccountComputation computation,
            BookYears bookYears) {
        this.reader = reader;
        this.accounts = accounts;
        this.computation = computation;
        this.bookYears = bookYears;
    }

    /** The denominators of a year as far as they are known: frozen, or from the journal of now. */
    public Divider of(UUID cooperativeId, int year, Rules rules) {
        if (reader.get(cooperativeId, year).hasClosedBooks()) {
            return frozen(cooperativeId, year, rules);
        }
        var divider = new Divider(rules);
        computation.all(
                cooperativeId,
                bookYears.of(cooperativeId, year),
                reader.closedBefore(cooperativeId, year),
                new AccountSink() {
                    @Override
                    public void member(MemberAccount account) {
                        divider.count(account.weights(rules));
                    }

                    @Override
                    public void passersBy(PassersByDay day) {
                        divider.countPassersBy(day.business());
                    }
                });
        return divider;
    }

    /** With the denominators of a frozen year. */
    public Divider frozen(UUID cooperativeId, int year, Rules rules) {
        var divider = new Divider(rules);
        accounts.each(cooperativeId, year, account -> divider.count(account.weights(rules)));
        if (rules.businessDenominator() == BusinessDenominator.TOTAL_TURNOVER) {
            accounts.eachDay(cooperativeId, year, day -> divider.countPassersBy(day.business()));
        }
        return divider;
    }
}
