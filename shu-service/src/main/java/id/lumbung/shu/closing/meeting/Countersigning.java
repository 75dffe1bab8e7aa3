package id.lumbung.shu.closing.meeting;

import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Bilingual;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearRecord.State;
import id.lumbung.shu.closing.record.BookYearStore;
import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.closing.record.RecordedSteps;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The second person's word on what a meeting decided. */
@Component
class Countersigning {

    private final BookYearStore store;
    private final RecordedSteps steps;

    Countersigning(BookYearStore store, RecordedSteps steps) {
        this.store = store;
        this.steps = steps;
    }

    /**
     * A supervisor confirms what the board recorded: money is divided on two people's word.
     *
     * @throws Refusal when nothing is recorded, or the same person recorded it
     */
    BookYearRecord countersign(UUID cooperativeId, int year) {
        var record = store.get(cooperativeId, year);
        record.require(
                State.APPROVED,
                new Bilingual(
                        "Minta pengurus mencatat keputusan rapat dahulu.",
                        "Have the board record the resolution first."));
        if (record.countersignature() != null) {
            return record;
        }
        var supervisor = Actor.current();
        if (supervisor.subject().equals(record.resolvedBy().subject())) {
            throw ClosingRule.SAME_PERSON.because(
                    "Yang mencatat keputusan rapat tidak dapat ikut menandatanganinya. Minta pengawas lain.",
                    "Whoever recorded the resolution cannot countersign it, too. Let another supervisor do it.");
        }
        return steps.save(
                "RESOLUTION_COUNTERSIGNED", record.countersigned(steps.now(), supervisor));
    }
}
