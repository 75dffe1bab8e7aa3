package id.lumbung.shu.closing.measure;

import id.lumbung.shu.account.AccountComputation;
import id.lumbung.shu.account.AccountStore;
import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.record.BookYearReader;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.ClosingRule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Members' accounts of a year: computed while its books are open, frozen afterwards. */
@Component
public class MeasuredAccounts {

    private final BookYearReader reader;
    private final AccountStore accounts;
    private final AccountComputation computation;
    private final BookYears bookYears;
    private final Clock clock;

    MeasuredAccounts(
            BookYearReader reader,
            AccountStore accounts,
            AccountComputation computation,
            BookYears bookYears,
            Clock clock) {
        this.reader = reader;
        this.accounts = accounts;
        this.computation = computation;
        this.bookYears = bookYears;
        this.clock = clock;
    }

    /** Refused where the year has no account of the member. */
    public MeasuredAccount measured(UUID cooperativeId, int year, UUID memberId) {
        var record = reader.get(cooperativeId, year);
        var bookYear = bookYears.of(cooperativeId, year);
        if (clock.instant().isBefore(bookYear.from())) {
            throw ClosingRule.YEAR_NOT_BEGUN.because(
                    "Tahun %d belum mulai; belum ada yang terjadi di dalamnya.".formatted(year),
                    "The year %d has not begun; nobody has done anything in it.".formatted(year));
        }
        var account =
                account(record, bookYear, memberId)
                        .orElseThrow(() -> ClosingRule.noAccount(year, memberId));
        return new MeasuredAccount(record, bookYear, account);
    }

    /** As frozen, or, while the books are open, as of now; empty where there is nothing. */
    Optional<MemberAccount> account(BookYearRecord record, BookYear bookYear, UUID memberId) {
        var cooperative = record.cooperativeId();
        return record.hasClosedBooks()
                ? accounts.find(cooperative, record.bookYear(), memberId)
                : computation.ofMember(
                        cooperative,
                        memberId,
                        bookYear,
                        reader.closedBefore(cooperative, record.bookYear()));
    }

    /** Accounts of a closed year by the page, with the ids of their entries. */
    public List<MemberAccount> accounts(
            UUID cooperativeId, int year, @Nullable UUID after, int limit) {
        return accounts.pageWithEntries(cooperativeId, year, after, limit);
    }
}
