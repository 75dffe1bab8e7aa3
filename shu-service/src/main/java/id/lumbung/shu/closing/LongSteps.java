package id.lumbung.shu.closing;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.closing.books.BooksFreezing;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearStore;
import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.closing.surplus.SurplusDivision;
import org.springframework.stereotype.Component;

/**
 * The steps of a book year that take long: begun in one request, finished by whoever finds them.
 */
@Component
class LongSteps {

    private final BookYearStore store;
    private final BooksFreezing books;
    private final SurplusDivision division;

    LongSteps(BookYearStore store, BooksFreezing books, SurplusDivision division) {
        this.store = store;
        this.books = books;
        this.division = division;
    }

    /**
     * Finishes a long step that has begun, whoever began it. Doing it twice is doing it once.
     *
     * @throws Refusal when it cannot go on as it is; that stands at the step, too, until it is
     *     begun again
     */
    BookYearRecord advance(BookYearRecord record) {
        if (record.underWay() == null) {
            return record;
        }
        try {
            return switch (record.underWay().to()) {
                case BOOKS_CLOSED -> books.close(record);
                case OPEN -> books.reopen(record);
                case DIVIDED -> division.finish(record);
                case PROPOSED, APPROVED, PAID ->
                        throw new IllegalStateException(
                                "No long step leads to " + record.underWay().to());
            };
        } catch (Refusal refusal) {
            if (refusal.rule() == ClosingRule.CHANGED_MEANWHILE) {
                return store.get(record.cooperativeId(), record.bookYear());
            }
            throw stuck(record, refusal);
        } catch (ArithmeticException e) {
            throw stuck(record, ClosingRule.tooLarge());
        }
    }

    private Refusal stuck(BookYearRecord record, Refusal why) {
        var _ = store.save(record.stuck(why.slug() + ": " + why.detail()));
        return why;
    }
}
