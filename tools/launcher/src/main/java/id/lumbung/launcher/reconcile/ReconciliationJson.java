package id.lumbung.launcher.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A reconciliation for programs. */
record ReconciliationJson(
        boolean equal, int outlets, long outletDays, List<OutletDay> differences) {

    record OutletDay(UUID outletId, LocalDate day, Side own, Side journal, List<UUID> missing) {}

    static ReconciliationJson of(Report report) {
        return new ReconciliationJson(
                report.equal(),
                report.outlets(),
                report.outletDays(),
                report.differences().stream()
                        .map(it ->
                                new OutletDay(
                                        it.outletId(),
                                        it.day(),
                                        it.own(),
                                        it.journal(),
                                        it.missing().first()))
                        .toList());
    }
}
