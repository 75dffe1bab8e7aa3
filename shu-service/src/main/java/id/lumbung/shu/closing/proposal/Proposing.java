package id.lumbung.shu.closing.proposal;

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

/** Puts policy and figures before the meeting. */
@Component
class Proposing {

    private final BookYearStore store;
    private final RecordedSteps steps;
    private final ProposalDrafts drafts;

    Proposing(BookYearStore store, RecordedSteps steps, ProposalDrafts drafts) {
        this.store = store;
        this.steps = steps;
        this.drafts = drafts;
    }

    /**
     * Puts policy and figures before the meeting, as they stand now.
     *
     * @throws Refusal when one of them is missing, or the books are open
     */
    BookYearRecord propose(UUID cooperativeId, int year) {
        var record = store.get(cooperativeId, year);
        record.require(
                State.BOOKS_CLOSED,
                new Bilingual(
                        "Tutup bukunya dahulu: PUT closing.",
                        "Close the books first: PUT closing."));
        var policy =
                record.policy()
                        .orElseThrow(() ->
                                ClosingRule.NO_POLICY.because(
                                        "Kebijakan tahun %d belum ditetapkan. Tetapkan dahulu: PUT policy."
                                                .formatted(year),
                                        "No policy is set for %d. Set it first: PUT policy."
                                                .formatted(year)));
        var figures = record.figures();
        if (figures == null) {
            throw ClosingRule.NO_FIGURES.because(
                    "Angka tahun %d belum diisi. Isi dahulu: PUT figures.".formatted(year),
                    "No figures are set for %d. Set them first: PUT figures.".formatted(year));
        }
        var proposal = drafts.of(record, policy, figures);
        if (proposal.equals(record.proposal())) {
            return record;
        }
        record.requireUndecided();
        return steps.save(
                "DIVISION_PROPOSED", record.proposed(proposal, steps.now(), Actor.current()));
    }
}
