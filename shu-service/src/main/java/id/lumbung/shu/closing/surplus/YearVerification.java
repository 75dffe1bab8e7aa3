package id.lumbung.shu.closing.surplus;

import id.lumbung.edge.problem.Bilingual;
import id.lumbung.shu.account.AccountComparison;
import id.lumbung.shu.account.AccountStore;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.record.BookYearReader;
import id.lumbung.shu.closing.record.BookYearRecord.State;
import id.lumbung.shu.closing.record.BookYearStore;
import id.lumbung.shu.closing.record.FrozenTotals;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Computes a divided year from zero and compares it with what is stored. */
@Component
class YearVerification {

    private final BookYearStore store;
    private final BookYearReader reader;
    private final DivisionComputation computation;
    private final AccountStore accounts;
    private final AccountComparison comparison;
    private final BookYears bookYears;

    YearVerification(
            BookYearStore store,
            BookYearReader reader,
            DivisionComputation computation,
            AccountStore accounts,
            AccountComparison comparison,
            BookYears bookYears) {
        this.store = store;
        this.reader = reader;
        this.computation = computation;
        this.accounts = accounts;
        this.comparison = comparison;
        this.bookYears = bookYears;
    }

    Verification verify(UUID cooperativeId, int year) {
        var record = store.get(cooperativeId, year);
        record.require(
                State.DIVIDED,
                new Bilingual(
                        "Hanya tahun yang sudah dibagi yang dapat diperiksa.",
                        "Only a divided year can be verified."));
        var stored = record.divided();
        var compared =
                comparison.compare(
                        cooperativeId,
                        bookYears.of(cooperativeId, year),
                        reader.closedBefore(cooperativeId, year));
        var computed = computation.of(record);
        // An account that is gone takes with it what it named; only the closing's sums know of it.
        return new Verification(
                compared.differences().isEmpty()
                        && FrozenTotals.of(accounts, cooperativeId, year, record.frozenRun())
                                .equals(record.books())
                        && Arrays.equals(store.bytes(stored), store.bytes(computed)),
                compared.accounts(),
                compared.differences(),
                stored.digest(),
                computed.digest());
    }
}
