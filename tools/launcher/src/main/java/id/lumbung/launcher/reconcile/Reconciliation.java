package id.lumbung.launcher.reconcile;

import id.lumbung.launcher.client.ControlBook;
import id.lumbung.launcher.client.ControlTotals;
import id.lumbung.launcher.client.ControlTotals.Outlet;
import id.lumbung.launcher.client.Gateway;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Has shu-service compare what the outlets' own databases hold with the journal, for each
 * cooperative that either side knows, and lays the answers together.
 *
 * <p>Facts that are being published while we look show as differences that go away: whoever asks
 * looks again.
 */
public final class Reconciliation {

    private final Gateway gateway;
    private final ControlTotals totals;

    /**
     * @param gateway as an operator
     */
    public Reconciliation(Gateway gateway) {
        this.gateway = gateway;
        this.totals = new ControlTotals(gateway);
    }

    /** Compares every outlet that either side knows. */
    public Report ofAll() {
        return of(known().stream().map(Outlet::outletId).collect(Collectors.toSet()));
    }

    /** Compares these outlets only. */
    public Report of(Collection<UUID> outlets) {
        var asked = Set.copyOf(outlets);
        var cooperatives = new TreeSet<UUID>();
        known().stream()
                .filter(outlet -> asked.contains(outlet.outletId()))
                .forEach(outlet -> cooperatives.add(outlet.cooperativeId()));
        var sum = new ReportSum(asked);
        cooperatives.forEach(cooperative -> sum.add(compare(cooperative)));
        return sum.report();
    }

    private ComparisonAnswer compare(UUID cooperative) {
        return gateway.get(
                "/api/shu/reconciliation/cooperatives/%s/comparison".formatted(cooperative),
                ComparisonAnswer.class);
    }

    private Set<Outlet> known() {
        return ControlBook.ALL.stream()
                .flatMap(book -> totals.outlets(book).stream())
                .collect(Collectors.toSet());
    }

    /** The services that have facts of an outlet. */
    public Set<ControlBook> keepersOf(UUID outletId) {
        return ControlBook.OWN.stream()
                .filter(book ->
                        totals.outlets(book).stream()
                                .anyMatch(outlet -> outlet.outletId().equals(outletId)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
