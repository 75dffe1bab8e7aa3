package id.lumbung.shu.closing.books;

import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearRecord.State;
import id.lumbung.shu.closing.record.BookYearStore;
import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.closing.record.RecordedSteps;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a closing back, of a wrong year or too early. */
@Component
public class ClosingReversal {

    private final BookYearStore store;
    private final RecordedSteps steps;
    private final ClosingOrder order;
    private final ClosingPermit permit;

    ClosingReversal(
            BookYearStore store, RecordedSteps steps, ClosingOrder order, ClosingPermit permit) {
        this.store = store;
        this.steps = steps;
        this.order = order;
        this.permit = permit;
    }

    /**
     * Begins to take it back. {@link BooksFreezing} forgets what was frozen.
     *
     * @throws Refusal when something was proposed on it, or a later year is closed
     */
    public BookYearRecord begin(UUID cooperativeId, int year) {
        var record = store.get(cooperativeId, year);
        if (!record.hasClosedBooks()) {
            return record;
        }
        if (record.state() != State.BOOKS_CLOSED) {
            throw ClosingRule.FROZEN.because(
                    "Tahun %d berstatus %s; tutup buku hanya ditarik selama belum ada usulan. Yang keliru dibetulkan di tahun berikutnya."
                            .formatted(year, record.state()),
                    "The year %d is %s; a closing is taken back only while nothing is proposed on it. What is wrong is put right in a later year."
                            .formatted(year, record.state()));
        }
        if (record.hasStepUnderWay()) {
            return record;
        }
        return permit.take(
                cooperativeId,
                () -> {
                    order.requireNoOther(cooperativeId, year);
                    return steps.save(
                            "CLOSING_TAKEN_BACK",
                            record.begin(State.OPEN, steps.now(), Actor.current(), null));
                });
    }
}
