package id.lumbung.shu.closing.books;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.account.AccountFreezing;
import id.lumbung.shu.account.AccountStore;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.record.BookYearReader;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearStore;
import id.lumbung.shu.closing.record.FrozenSums;
import id.lumbung.shu.closing.record.RecordedSteps;
import org.springframework.stereotype.Component;

/** Does what a closing begun, or taken back, asks for: freezes the accounts, or forgets them. */
@Component
public class BooksFreezing {

    private final BookYearStore store;
    private final BookYearReader reader;
    private final RecordedSteps steps;
    private final AccountFreezing freezing;
    private final AccountStore accounts;
    private final BookYears bookYears;

    BooksFreezing(
            BookYearStore store,
            BookYearReader reader,
            RecordedSteps steps,
            AccountFreezing freezing,
            AccountStore accounts,
            BookYears bookYears) {
        this.store = store;
        this.reader = reader;
        this.steps = steps;
        this.freezing = freezing;
        this.accounts = accounts;
        this.bookYears = bookYears;
    }

    /**
     * Freezes the accounts, and names in the same write as the closing which accounts those are.
     * Whoever comes too late with it forgets its own.
     */
    public BookYearRecord close(BookYearRecord record) {
        var cooperative = record.cooperativeId();
        var year = bookYears.of(cooperative, record.bookYear());
        var closedBefore = reader.closedBefore(cooperative, year.year());
        var sums = new FrozenSums();
        var run = freezing.freeze(cooperative, year, closedBefore, sums);
        try {
            return store.save(record.closed(sums.totals(), run, steps.now()));
        } catch (Refusal overtaken) {
            accounts.forget(cooperative, year.year(), run);
            throw overtaken;
        }
    }

    /** Opens the books, and then forgets what was frozen. Doing it twice is doing it once. */
    public BookYearRecord reopen(BookYearRecord record) {
        var open = store.save(record.reopened(steps.now()));
        if (record.frozenRun() != null) {
            accounts.forget(record.cooperativeId(), record.bookYear(), record.frozenRun());
        }
        return open;
    }
}
