package id.lumbung.shu.closing.proposal;

import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearStore;
import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.closing.record.RecordedSteps;
import id.lumbung.shu.closing.record.ResultCalculation;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The book years of a cooperative, and the figures that its board gives. */
@Component
class BookYearSteps {

    private final BookYearStore store;
    private final RecordedSteps steps;

    BookYearSteps(BookYearStore store, RecordedSteps steps) {
        this.store = store;
        this.steps = steps;
    }

    BookYearRecord get(UUID cooperativeId, int year) {
        return store.get(cooperativeId, year);
    }

    List<BookYearRecord> all(UUID cooperativeId) {
        return store.all(cooperativeId);
    }

    /**
     * Sets the board's figures of a year; sums that do not add up are listed, not trusted.
     *
     * @throws Refusal when they make no result, or the meeting has decided
     */
    BookYearRecord setFigures(UUID cooperativeId, int year, ResultCalculation figures) {
        var record = store.get(cooperativeId, year);
        if (record.figures() != null && record.figures().figures().equals(figures)) {
            return record;
        }
        record.requireUndecided();
        try {
            return steps.save(
                    "FIGURES_SET",
                    record.withFigures(figures, figures.checked(), steps.now(), Actor.current()));
        } catch (ArithmeticException e) {
            throw ClosingRule.tooLarge();
        }
    }
}
