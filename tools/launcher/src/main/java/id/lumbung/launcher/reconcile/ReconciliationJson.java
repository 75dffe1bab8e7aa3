package id.lumbung.launcher.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A reconciliation for programs.
 *
 * @param differing outlet days that are not the same, of which the first 1,000 of each cooperative
 *     stand in {@code differences}
 * @param troubles sentences that name who did not answer
 */
record ReconciliationJson(
        boolean equal,
        int outlets,
        long outletDays,
        long differing,
        List<OutletDay> differences,
        Map<String, Long> pending,
        List<String> troubles) {

    /**
     * @param missing the first hundred of them
     * @param missingCount how many facts the journal lacks
     */
    record OutletDay(
            UUID outletId,
            LocalDate day,
            Side own,
            Side journal,
            List<UUID> missing,
            long missingCount) {}

    static ReconciliationJson of(Report report) {
        return new ReconciliationJson(
                report.equal(),
                report.outlets(),
                report.outletDays(),
                report.differing(),
                report.differences().stream()
                        .map(it ->
                                new OutletDay(
                                        it.outletId(),
                                        it.day(),
                                        it.own(),
                                        it.journal(),
                                        it.missing().first(),
                                        it.missing().count()))
                        .toList(),
                report.pending(),
                report.troubles());
    }
}
