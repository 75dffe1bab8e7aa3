package id.lumbung.shu.closing.meeting;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearRecord.Proposal;
import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.closing.record.Resolution;

/**
 * Whether the meeting decided on what is proposed, and took no more from the reserve than it may.
 */
final class ProposalDecided {

    private ProposalDecided() {}

    /**
     * @throws id.lumbung.edge.problem.Refusal when it decided on something else
     */
    static void require(Resolution resolution, Proposal proposal, BookYearRecord record) {
        requireUpToDate(resolution, proposal, record);
        requireReserve(resolution, proposal);
    }

    private static void requireUpToDate(
            Resolution resolution, Proposal proposal, BookYearRecord record) {
        var isOutdated =
                resolution.policyVersion() != proposal.policyVersion()
                        || record.policies().getLast().version() != proposal.policyVersion()
                        || (record.figures() != null
                                && record.figures().version() != proposal.figuresVersion());
        if (isOutdated) {
            throw ClosingRule.POLICY_OUTDATED.because(
                    "Rapat memutuskan kebijakan versi %d; yang diusulkan versi %d, dengan angka versi %d. Usulkan yang dilihat rapat: PUT policy atau figures, lalu PUT proposal."
                            .formatted(
                                    resolution.policyVersion(),
                                    proposal.policyVersion(),
                                    proposal.figuresVersion()),
                    "The meeting decided on policy version %d; version %d is proposed, on figures version %d. Propose what the meeting saw: PUT policy or figures, then PUT proposal."
                            .formatted(
                                    resolution.policyVersion(),
                                    proposal.policyVersion(),
                                    proposal.figuresVersion()));
        }
    }

    private static void requireReserve(Resolution resolution, Proposal proposal) {
        var needed = proposal.result(Rupiah.ZERO).loss();
        var max = proposal.reserve();
        if (resolution.fromReserve().isMoreThan(needed)
                || resolution.fromReserve().isMoreThan(max)) {
            throw ClosingRule.RESERVE_OUT_OF_RANGE.because(
                    "'reserveUsed' adalah %s; kerugiannya %s dan dana cadangan yang ada %s."
                            .formatted(resolution.fromReserve(), needed, max),
                    "'reserveUsed' is %s; the loss is %s and there is a reserve of %s."
                            .formatted(resolution.fromReserve(), needed, max));
        }
    }
}
