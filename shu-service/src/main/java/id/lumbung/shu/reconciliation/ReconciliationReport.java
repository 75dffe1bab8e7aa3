package id.lumbung.shu.reconciliation;

import java.util.List;
import java.util.Map;

/**
 * What the services hold of a cooperative beside what the journal holds.
 *
 * @param outlets that either side knows, a cooperative's office being one
 * @param differing outlet days that are not the same
 * @param differences no more than 1,000 of them
 * @param pending facts that services had taken and not published yet, by service, where there were
 *     any
 * @param troubles sentences that name who did not answer
 */
record ReconciliationReport(
        boolean equal,
        List<ComparisonReport.OutletSums> outlets,
        long differing,
        List<Difference> differences,
        Map<String, Long> pending,
        List<String> troubles) {}
