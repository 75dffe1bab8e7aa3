package id.lumbung.shu.closing;

import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.account.AccountFreezing;
import id.lumbung.shu.account.AccountStore;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.BookYearRecord.State;
import id.lumbung.shu.reconciliation.Completeness;
import id.lumbung.shu.reconciliation.CompletenessCheck;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Closes the books of a year, once everything is proved to be in the journal. */
@Component
class BooksClosing {

    private final BookYearStore store;
    private final BookYearReader reader;
    private final RecordedSteps steps;
    private final ClosingOrder order;
    private final ClosingTurn turn;
    private final AccountFreezing freezing;
    private final AccountStore accounts;
    private final Completeness completeness;
    private final BookYears bookYears;

    BooksClosing(
            BookYearStore store,
            BookYearReader reader,
            RecordedSteps steps,
            ClosingOrder order,
            ClosingTurn turn,
            AccountFreezing freezing,
            AccountStore accounts,
            Completeness completeness,
            BookYears bookYears) {
        this.store = store;
        this.reader = reader;
        this.steps = steps;
        this.order = order;
        this.turn = turn;
        this.freezing = freezing;
        this.accounts = accounts;
        this.completeness = completeness;
        this.bookYears = bookYears;
    }

    /**
     * Begins to close the books: asks every gate. {@link #finish} freezes what the journal holds.
     *
     * @param silentOutlets of which the board knows that nothing more comes
     * @throws Refusal when the year is not over, another year comes first, or a gate is shut
     */
    BookYearRecord begin(UUID cooperativeId, int year, Set<UUID> silentOutlets) {
        var record = store.get(cooperativeId, year);
        if (record.isClosed() || record.isUnderWay()) {
            return record;
        }
        var bookYear = bookYears.of(cooperativeId, year);
        if (steps.now().isBefore(bookYear.until())) {
            throw ClosingRule.YEAR_NOT_OVER.because(
                    "Tahun %d belum berakhir sebelum %s."
                            .formatted(year, bookYear.until().atZone(bookYear.zone())),
                    "The year %d is not over before %s."
                            .formatted(year, bookYear.until().atZone(bookYear.zone())));
        }
        order.requireNoOther(cooperativeId, year);
        order.requireSomething(cooperativeId, bookYear);
        order.requireEarlierClosed(cooperativeId, bookYear);
        var check =
                completeness.check(cooperativeId, bookYear.zone(), bookYear.until(), silentOutlets);
        requireOpenGates(check);
        return turn.take(
                cooperativeId,
                () -> {
                    order.requireNoOther(cooperativeId, year);
                    return steps.save(
                            "BOOKS_CLOSED",
                            record.begin(State.BOOKS_CLOSED, steps.now(), Actor.current(), check));
                });
    }

    /**
     * Begins to take a closing back, of a wrong year or too early. {@link #finishReopening} forgets
     * what was frozen.
     *
     * @throws Refusal when something was proposed on it, or a later year is closed
     */
    BookYearRecord reopen(UUID cooperativeId, int year) {
        var record = store.get(cooperativeId, year);
        if (!record.isClosed()) {
            return record;
        }
        if (record.state() != State.BOOKS_CLOSED) {
            throw ClosingRule.FROZEN.because(
                    "Tahun %d berstatus %s; tutup buku hanya ditarik selama belum ada usulan. Yang keliru dibetulkan di tahun berikutnya."
                            .formatted(year, record.state()),
                    "The year %d is %s; a closing is taken back only while nothing is proposed on it. What is wrong is put right in a later year."
                            .formatted(year, record.state()));
        }
        if (record.isUnderWay()) {
            return record;
        }
        return turn.take(
                cooperativeId,
                () -> {
                    order.requireNoOther(cooperativeId, year);
                    return steps.save(
                            "CLOSING_TAKEN_BACK",
                            record.begin(State.OPEN, steps.now(), Actor.current(), null));
                });
    }

    /** Opens the books, and then forgets what was frozen. Doing it twice is doing it once. */
    BookYearRecord finishReopening(BookYearRecord record) {
        var open = store.save(record.reopened(steps.now()));
        if (record.frozenRun() != null) {
            accounts.forget(record.cooperativeId(), record.bookYear(), record.frozenRun());
        }
        return open;
    }

    private static void requireOpenGates(CompletenessCheck check) {
        if (!check.holds()) {
            throw ClosingRule.GATES_SHUT.because(
                    "Belum terbukti semuanya ada di jurnal: " + shut(check) + " Lihat GET gates.",
                    "Not everything is proved to be in the journal: "
                            + shut(check)
                            + " See GET gates.");
        }
    }

    private static String shut(CompletenessCheck check) {
        return check.gates().stream()
                .filter(gate -> !gate.holds())
                .map(gate -> "%s (%d): %s".formatted(gate.name(), gate.figure(), gate.detail()))
                .collect(Collectors.joining(" "));
    }

    /**
     * Freezes the accounts, and names in the same write as the closing which accounts those are.
     * Whoever comes too late with it forgets its own.
     */
    BookYearRecord finish(BookYearRecord record) {
        var cooperative = record.cooperativeId();
        var year = bookYears.of(cooperative, record.bookYear());
        var run = freezing.freeze(cooperative, year, reader.closedBefore(cooperative, year.year()));
        try {
            var totals = totals(cooperative, year.year(), run);
            return store.save(record.closed(totals, run, steps.now()));
        } catch (Refusal overtaken) {
            accounts.forget(cooperative, year.year(), run);
            throw overtaken;
        }
    }

    FrozenTotals totals(UUID cooperative, int year, @Nullable UUID run) {
        var sum = new FrozenTotals.Sum();
        accounts.eachFrozen(cooperative, year, run, sum);
        return sum.totals();
    }
}
