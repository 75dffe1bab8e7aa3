package id.lumbung.shu.statement;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.division.Division;
import org.jspecify.annotations.Nullable;

/**
 * All in rupiah, losses negative, but for the two carried ones, which are amounts of a loss.
 *
 * @param net after costs and tax
 * @param members the part of it that was earned with members
 * @param nonMembers the part that was earned with others
 * @param lossBroughtForward from the year before
 * @param reserveUsed what the meeting took from the reserve against the loss
 * @param lossCarriedForward to the year after
 */
public record ReportedSurplus(
        Rupiah net,
        Rupiah members,
        Rupiah nonMembers,
        Rupiah lossBroughtForward,
        Rupiah reserveUsed,
        Rupiah lossCarriedForward) {

    static ReportedSurplus of(BookYearRecord.Proposal proposal, @Nullable Division division) {
        var checked = proposal.figures().checked();
        var rest = proposal.netSurplus().plus(proposal.broughtForward());
        var proposedLoss = rest.isNegative() ? rest.negated() : Rupiah.ZERO;
        return new ReportedSurplus(
                checked.netSurplus(),
                checked.memberSurplus(),
                checked.netSurplus().minus(checked.memberSurplus()),
                proposal.broughtForward().negated(),
                division == null ? Rupiah.ZERO : division.reserveUsed(),
                division == null ? proposedLoss : division.carriedForward().negated());
    }

    /** What is left to divide after a loss of the year before. */
    public Rupiah divided() {
        return net.minus(lossBroughtForward);
    }
}
