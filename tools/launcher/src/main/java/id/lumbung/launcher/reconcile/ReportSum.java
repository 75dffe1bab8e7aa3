package id.lumbung.launcher.reconcile;

import id.lumbung.launcher.reconcile.ComparisonAnswer.OutletSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lays the answers of several cooperatives together. */
final class ReportSum {

    private final List<OutletSums> outlets = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, Long> pending = new TreeMap<>();
    private final Set<String> troubles = new TreeSet<>();
    private long unnamed;

    void add(ComparisonAnswer answer) {
        outlets.addAll(answer.outlets());
        differences.addAll(answer.differences());
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
