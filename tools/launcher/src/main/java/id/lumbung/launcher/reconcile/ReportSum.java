package id.lumbung.launcher.reconcile;

import id.lumbung.launcher.reconcile.ComparisonAnswer.OutletSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Lays the answers of several cooperatives together. */
final class ReportSum {

    private final Set<UUID> asked;
    private final List<OutletSums> outlets = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, Long> pending = new TreeMap<>();
    private final Set<String> troubles = new TreeSet<>();
    private long unnamed;

    /**
     * @param asked the outlets that are of interest
     */
    ReportSum(Set<UUID> asked) {
        this.asked = asked;
    }

    void add(ComparisonAnswer answer) {
        answer.outlets().stream().filter(it -> asked.contains(it.outletId())).forEach(outlets::add);
        answer.differences().stream()
                .filter(it -> asked.contains(it.outletId()))
                .forEach(differences::add);
        unnamed += answer.differing() - answer.differences().size();
        answer.pending().forEach((service, facts) -> pending.merge(service, facts, Long::sum));
        troubles.addAll(answer.troubles());
    }

    Report report() {
        return new Report(
                outlets.size(),
                outlets.stream().mapToLong(OutletSums::days).sum(),
                outlets.stream().map(OutletSums::own).reduce(Side.NOTHING, Side::plus),
                outlets.stream().map(OutletSums::journal).reduce(Side.NOTHING, Side::plus),
                differences.size() + unnamed,
                List.copyOf(differences),
                Map.copyOf(pending),
                List.copyOf(troubles));
    }
}
