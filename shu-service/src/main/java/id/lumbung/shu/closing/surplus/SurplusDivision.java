package id.lumbung.shu.closing.surplus;

import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Bilingual;
import id.lumbung.shu.account.AccountStore;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearRecord.State;
import id.lumbung.shu.closing.record.BookYearStore;
import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.closing.record.RecordedSteps;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Divides a year's surplus as the meeting decided. */
@Component
public class SurplusDivision {

    private final BookYearStore store;
    private final RecordedSteps steps;
    private final DivisionComputation computation;
    private final AccountStore accounts;

    SurplusDivision(
            BookYearStore store,
            RecordedSteps steps,
            DivisionComputation computation,
            AccountStore accounts) {
        this.store = store;
        this.steps = steps;
        this.computation = computation;
        this.accounts = accounts;
    }

    /** Begins to divide; {@link #finish} does the work. */
    public BookYearRecord begin(UUID cooperativeId, int year) {
        var record = store.get(cooperativeId, year);
        if (record.state().isAtLeast(State.DIVIDED) || record.hasStepUnderWay()) {
            return record;
        }
        record.require(
                State.APPROVED,
                new Bilingual(
                        "Catat keputusan rapat dahulu: PUT resolution.",
                        "Record the meeting's resolution first: PUT resolution."));
        if (record.countersignature() == null) {
            throw ClosingRule.NOT_COUNTERSIGNED.because(
                    "Seorang pengawas masih harus menandatangani keputusan rapat: PUT resolution/countersignature.",
                    "A supervisor has yet to countersign the resolution: PUT resolution/countersignature.");
        }
        return steps.save(
                "SURPLUS_DIVIDED", record.begin(State.DIVIDED, steps.now(), Actor.current(), null));
    }

    /** Divides. Doing it twice is doing it once. */
    public BookYearRecord finish(BookYearRecord record) {
        var divided = store.save(record.divided(computation.of(record), steps.now()));
        accounts.forgetAllButInForce(record.cooperativeId(), record.bookYear());
        return divided;
    }
}
