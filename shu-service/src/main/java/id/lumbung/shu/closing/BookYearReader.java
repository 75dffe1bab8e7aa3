package id.lumbung.shu.closing;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.account.AccountComputation;
import id.lumbung.shu.account.AccountSink;
import id.lumbung.shu.account.AccountStore;
import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.account.PassersByDay;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.division.Divider;
import id.lumbung.shu.division.Division;
import id.lumbung.shu.division.Policy.BusinessDenominator;
import id.lumbung.shu.division.Policy.Rules;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads book years, whether they are open or closed: frozen accounts, or those of now. */
@Component
public class BookYearReader {

    private final BookYearStore store;
    private final AccountStore accounts;
    private final AccountComputation computation;
    private final BookYears bookYears;
    private final Clock clock;

    BookYearReader(
            BookYearStore store,
            AccountStore accounts,
            AccountComputation computation,
            BookYears bookYears,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.computation = computation;
        this.bookYears = bookYears;
        this.clock = clock;
    }

    /** A year nobody has touched is open. */
    public BookYearRecord get(UUID cooperativeId, int year) {
        return store.get(cooperativeId, year);
    }

    List<Integer> closedBefore(UUID cooperativeId, int year) {
        return store.all(cooperativeId).stream()
                .filter(it -> it.bookYear() < year && it.isClosed())
                .map(BookYearRecord::bookYear)
                .toList();
    }

    /** A member's account of a year, computed or frozen. */
    public record Measured(BookYearRecord record, BookYear bookYear, MemberAccount account) {}

    /**
     * @throws Refusal when the year has no account of the member
     */
    public Measured measured(UUID cooperativeId, int year, UUID memberId) {
        var record = store.get(cooperativeId, year);
        var bookYear = bookYears.of(cooperativeId, year);
        if (clock.instant().isBefore(bookYear.from())) {
            throw ClosingRule.YEAR_NOT_BEGUN.because(
                    "Tahun %d belum mulai; belum ada yang terjadi di dalamnya.".formatted(year),
                    "The year %d has not begun; nobody has done anything in it.".formatted(year));
        }
        var account =
                account(record, bookYear, memberId).orElseThrow(() -> noAccount(year, memberId));
        return new Measured(record, bookYear, account);
    }

    /** As frozen, or, while the books are open, as of now; empty where there is nothing. */
    Optional<MemberAccount> account(BookYearRecord record, BookYear bookYear, UUID memberId) {
        var cooperative = record.cooperativeId();
        return record.isClosed()
                ? accounts.find(cooperative, record.bookYear(), memberId)
                : computation.ofMember(
                        cooperative,
                        memberId,
                        bookYear,
                        closedBefore(cooperative, record.bookYear()));
    }

    static Refusal noAccount(int year, UUID memberId) {
        return ClosingRule.NO_SUCH_ACCOUNT.because(
                "Tahun %d tidak memuat rekening anggota %s. Periksa id dan tahunnya."
                        .formatted(year, memberId),
                "The year %d has no account of a member %s. Check the id and the year."
                        .formatted(year, memberId));
    }

    /** Accounts of a closed year by the page, with the ids of their entries. */
    public List<MemberAccount> accounts(
            UUID cooperativeId, int year, @Nullable UUID after, int limit) {
        return accounts.pageWithEntries(cooperativeId, year, after, limit);
    }

    /** The denominators of a year as far as they are known: frozen, or from the journal of now. */
    public Divider measure(UUID cooperativeId, int year, Rules rules) {
        if (store.get(cooperativeId, year).isClosed()) {
            return frozenDivider(cooperativeId, year, rules);
        }
        var divider = new Divider(rules);
        computation.all(
                cooperativeId,
                bookYears.of(cooperativeId, year),
                closedBefore(cooperativeId, year),
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
    Divider frozenDivider(UUID cooperativeId, int year, Rules rules) {
        var divider = new Divider(rules);
        accounts.each(cooperativeId, year, account -> divider.count(account.weights(rules)));
        if (rules.businessDenominator() == BusinessDenominator.TOTAL_TURNOVER) {
            accounts.eachDay(cooperativeId, year, day -> divider.countPassersBy(day.business()));
        }
        return divider;
    }

    /** A loss that is known to be carried into a year; a year before may yet leave another. */
    public Rupiah knownLoss(UUID cooperativeId, int year) {
        return store.all(cooperativeId).stream()
                .filter(it -> it.bookYear() < year)
                .map(BookYearRecord::division)
                .filter(Objects::nonNull)
                .reduce((_, later) -> later)
                .map(Division::carriedForward)
                .orElse(Rupiah.ZERO);
    }

    /** The policy of a year, or, while it has none, of the last year before it that had one. */
    public Optional<BookYearRecord> lastWithPolicy(UUID cooperativeId, int year) {
        return store.all(cooperativeId).stream()
                .filter(it -> it.bookYear() <= year && !it.policies().isEmpty())
                .reduce((_, later) -> later);
    }
}
