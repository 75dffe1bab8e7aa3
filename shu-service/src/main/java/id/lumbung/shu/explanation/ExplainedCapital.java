package id.lumbung.shu.explanation;

import id.lumbung.shu.division.Policy;
import java.util.List;

/**
 * What a member holds as capital.
 *
 * @param counted under the rules, the numerator
 * @param days of the year, by which the mean is taken
 */
public record ExplainedCapital(
        Policy.CapitalBasis basis,
        int days,
        long counted,
        List<ExplainedSaving> savings,
        List<CapitalBalance> balances) {}
