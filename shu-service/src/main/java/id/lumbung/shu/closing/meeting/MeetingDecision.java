package id.lumbung.shu.closing.meeting;

import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Bilingual;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.account.MemberRegister;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearRecord.State;
import id.lumbung.shu.closing.record.BookYearStore;
import id.lumbung.shu.closing.record.RecordedSteps;
import id.lumbung.shu.closing.record.Resolution;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where what the annual meeting (RAT) resolved is recorded, if it could so decide. */
@Component
class MeetingDecision {

    private final BookYearStore store;
    private final RecordedSteps steps;
    private final BookYears bookYears;
    private final MemberRegister register;

    MeetingDecision(
            BookYearStore store,
            RecordedSteps steps,
            BookYears bookYears,
            MemberRegister register) {
        this.register = register;
        this.store = store;
        this.steps = steps;
        this.bookYears = bookYears;
    }

    /**
     * Records what the meeting resolved.
     *
     * @throws Refusal when it could not so decide, or decided on something else than is proposed
     */
    BookYearRecord resolve(UUID cooperativeId, int year, Resolution resolution) {
        var record = store.get(cooperativeId, year);
        if (resolution.equals(record.resolution())) {
            return record;
        }
        record.requireUndecided();
        record.require(
                State.PROPOSED,
                new Bilingual("Usulkan dahulu: PUT proposal.", "Propose first: PUT proposal."));
        var proposal = record.proposed();
        var zone = bookYears.of(cooperativeId, year).zone();
        MeetingAttendance.require(resolution, register.voters(cooperativeId, resolution.heldOn()));
        MeetingDay.require(
                resolution,
                year,
                LocalDate.ofInstant(record.proposedAt(), zone),
                LocalDate.ofInstant(steps.now(), zone));
        ProposalDecided.require(resolution, proposal, record);
        FundsDecided.require(resolution, proposal);
        return steps.save(
                "RESOLUTION_RECORDED", record.approved(resolution, steps.now(), Actor.current()));
    }
}
