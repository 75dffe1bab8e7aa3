package id.lumbung.shu.statement;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.division.Policy;
import java.util.List;

/**
 * What the meeting gives to a fund.
 *
 * @param name {@code CAPITAL}, {@code PATRONAGE}, {@code RESERVE}, another known one, or free
 * @param basisPoints hundredths of a percent of what the funds share, together 10,000
 */
public record ReportedFund(String name, int basisPoints, Rupiah amount) {

    /** In the policy's order; what is the reserve's for other reasons is shown by itself. */
    static List<ReportedFund> of(BookYearRecord.Proposal proposal) {
        if (!proposal.surplus().isMoreThan(Rupiah.ZERO)) {
            return List.of();
        }
        var allocation = proposal.allocation();
        var basisPoints = proposal.rules().funds();
        return allocation.funds().entrySet().stream()
                .map(it ->
                        new ReportedFund(
                                it.getKey(),
                                basisPoints.getOrDefault(it.getKey(), 0),
                                it.getKey().equals(Policy.RESERVE)
                                        ? it.getValue().minus(allocation.nonMemberToReserve())
                                        : it.getValue()))
                .toList();
    }
}
