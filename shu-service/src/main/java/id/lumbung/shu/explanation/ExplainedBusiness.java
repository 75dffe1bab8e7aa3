package id.lumbung.shu.explanation;

import java.util.List;

/**
 * Net rupiah.
 *
 * @param counted under the rules, the numerator
 * @param shortfall what it is below zero, which counts as zero
 * @param transactions how many entries of the year are counted
 * @param byKind sales, returns, visits and refunds apart, for the member alone
 * @param late what the adjustments are made of
 */
public record ExplainedBusiness(
        long inYear,
        long beforeJoining,
        long outsideMembership,
        long adjustments,
        long counted,
        long shortfall,
        long transactions,
        List<BusinessOfAKind> byKind,
        List<LateBusiness> late) {}
