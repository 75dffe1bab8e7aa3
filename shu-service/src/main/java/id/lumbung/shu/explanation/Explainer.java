package id.lumbung.shu.explanation;

import id.lumbung.backbone.Page;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.closing.measure.MeasuredAccounts;
import id.lumbung.shu.closing.record.BookYearReader;
import id.lumbung.shu.explanation.Explanation.Counted;
import id.lumbung.shu.journal.Entry;
import id.lumbung.shu.journal.EntryView;
import id.lumbung.shu.journal.JournalEntries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says where each number of a member's part comes from, and estimates it while the year goes on.
 */
@Component
public class Explainer {

    private static final int ENTRY_BATCH = 1_000;
    private static final int ACCOUNT_BATCH = 200;

    private final BookYearReader reader;
    private final MeasuredAccounts accounts;
    private final ExplanationBasis bases;
    private final JournalEntries journal;

    Explainer(
            BookYearReader reader,
            MeasuredAccounts accounts,
            ExplanationBasis bases,
            JournalEntries journal) {
        this.reader = reader;
        this.accounts = accounts;
        this.bases = bases;
        this.journal = journal;
    }

    /**
     * What a member's part is, or would be.
     *
     * @param surplus to assume, while none is proposed; null for the board's figures, or none
     * @throws Refusal when the year has no account of the member
     */
    public Explanation explain(
            UUID cooperativeId, int year, UUID memberId, @Nullable Rupiah surplus) {
        var measured = accounts.measured(cooperativeId, year, memberId);
        return explain(
                measured.account(), measured.bookYear(), bases.of(measured.record(), surplus));
    }

    /**
     * Explains every account of a year whose books are closed, some at a time, members in the order
     * of their ids, read as the stream is.
     */
    public Stream<List<Explanation>> explainAll(UUID cooperativeId, BookYear year) {
        var basis = bases.of(reader.get(cooperativeId, year.year()), null);
        return Stream.iterate(
                        page(cooperativeId, year, null),
                        page -> !page.isEmpty(),
                        page -> page(cooperativeId, year, page.getLast().memberId()))
                .map(page -> page.stream().map(account -> explain(account, year, basis)).toList());
    }

    private List<MemberAccount> page(UUID cooperativeId, BookYear year, @Nullable UUID after) {
        return accounts.accounts(cooperativeId, year.year(), after, ACCOUNT_BATCH);
    }

    private Explanation explain(MemberAccount account, BookYear year, Basis basis) {
        var rules = basis.rules();
        var weights = account.weights(rules);
        var explained = new AccountExplanation(account, year, rules, entries(account.entries()));
        var allocation = basis.allocation();
        var whole = basis.denominators();
        var patronage =
                allocation == null
                        ? null
                        : product(allocation.forPatronage(), weights.business(), whole.business());
        var onCapital =
                allocation == null
                        ? null
                        : product(allocation.forCapital(), weights.capital(), whole.capital());
        var membership = account.membership();
        return new Explanation(
                account.cooperativeId(),
                account.bookYear(),
                basis.label(),
                new ExplainedMember(
                        account.memberId(),
                        membership.kind(),
                        membership.spans(),
                        account.paidThrough(),
                        weights.eligibility()),
                explained.business(weights),
                explained.capital(weights),
                rules,
                patronage,
                onCapital,
                patronage == null || onCapital == null
                        ? null
                        : patronage.part().plus(onCapital.part()),
                account.entries().size(),
                basis.assumptions());
    }

    private static Explanation.Product product(Rupiah pool, long numerator, long denominator) {
        // An account computed a moment after the denominators may be larger than they knew.
        var whole = Math.max(numerator, denominator);
        var exact =
                whole == 0
                        ? BigDecimal.ZERO.setScale(2)
                        : BigDecimal.valueOf(pool.amount())
                                .multiply(BigDecimal.valueOf(numerator))
                                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN);
        return new Explanation.Product(
                numerator, whole, pool, exact.toPlainString(), pool.portion(numerator, whole));
    }

    private List<Entry> entries(List<UUID> ids) {
        var entries = new ArrayList<Entry>(ids.size());
        for (var from = 0; from < ids.size(); from += ENTRY_BATCH) {
            entries.addAll(
                    journal.find(ids.subList(from, Math.min(ids.size(), from + ENTRY_BATCH))));
        }
        entries.sort(Comparator.comparing(Entry::countsAt).thenComparing(Entry::id));
        return entries;
    }

    /**
     * A page of the entries in a member's account, each with what it counts as.
     *
     * @param after how many entries the pages before had
     */
    Page<Counted> entries(UUID cooperativeId, int year, UUID memberId, int after, int limit) {
        var measured = accounts.measured(cooperativeId, year, memberId);
        var account = measured.account();
        var bookYear = measured.bookYear();
        var ids = account.entries();
        var from = Math.min(ids.size(), after);
        var page = ids.subList(from, Math.min(ids.size(), from + limit));
        var counted =
                entries(page).stream()
                        .map(entry ->
                                new Counted(
                                        EntryView.of(entry, bookYear.date(entry.countsAt())),
                                        AccountExplanation.as(entry, account, bookYear)))
                        .toList();
        return new Page<>(
                counted, from + limit >= ids.size() ? null : Integer.toString(from + limit));
    }
}
