package id.lumbung.shu.closing.books;

import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearRecord.State;
import id.lumbung.shu.closing.record.BookYearStore;
import id.lumbung.shu.closing.record.RecordedSteps;
import id.lumbung.shu.reconciliation.Completeness;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Closes the books of a year, once everything is proved to be in the journal. */
@Component
public class BooksClosing {

    private final BookYearStore store;
    private final RecordedSteps steps;
    private final ClosingOrder order;
    private final ClosingPermit permit;
    private final Completeness completeness;
    private final BookYears bookYears;

    BooksClosing(
            BookYearStore store,
            RecordedSteps steps,
            ClosingOrder order,
            ClosingPermit permit,
            Completeness completeness,
            BookYears bookYears) {
        this.store = store;
        this.steps = steps;
        this.order = order;
        this.permit = permit;
        this.completeness = completeness;
        this.bookYears = bookYears;
    }

    /**
     * Begins to close the books: asks every gate. {@link BooksFreezing} freezes what the journal
     * holds.
     *
     * @param silentOutlets of which the board knows that nothing more comes
     * @throws Refusal when the year is not over, another year comes first, or a gate is shut
     */
    public BookYearRecord begin(UUID cooperativeId, int year, Set<UUID> silentOutlets) {
        var record = store.get(cooperativeId, year);
        if (record.hasClosedBooks() || record.hasStepUnderWay()) {
            return record;
        }
        var bookYear = bookYears.of(cooperativeId, year);
        order.requireNext(cooperativeId, bookYear, steps.now());
        var check =
                completeness.check(cooperativeId, bookYear.zone(), bookYear.until(), silentOutlets);
        ClosingGates.require(check);
        return permit.take(
                cooperativeId,
                () -> {
                    order.requireNoOther(cooperativeId, year);
                    return steps.save(
                            "BOOKS_CLOSED",
                            record.begin(State.BOOKS_CLOSED, steps.now(), Actor.current(), check));
                });
    }
}
