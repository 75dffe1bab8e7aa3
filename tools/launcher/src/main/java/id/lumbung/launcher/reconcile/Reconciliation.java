package id.lumbung.launcher.reconcile;

import id.lumbung.launcher.client.ControlBook;
import id.lumbung.launcher.client.ControlTotals;
import id.lumbung.launcher.client.ControlTotals.Outlet;
import id.lumbung.launcher.client.Gateway;
import id.lumbung.launcher.stack.UserError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
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
        var sum = new ReportSum();
        known().stream()
                .map(Outlet::cooperativeId)
                .distinct()
                .sorted()
                .forEach(cooperative -> sum.add(compare(cooperative, "")));
        return sum.report();
    }

    /**
     * Compares these outlets only.
     *
     * @throws UserError when neither side knows one of them
     */
    public Report of(Collection<UUID> outlets) {
        var known = known();
        var byCooperative = new TreeMap<UUID, List<UUID>>();
        for (var outlet : outlets) {
            var cooperatives = cooperatives(known, outlet);
            if (cooperatives.isEmpty()) {
                throw new UserError(
                        "No service has a fact of an outlet %s, nor has the journal. Look the id up: GET /api/membership/outlets?cooperativeId=..."
                                .formatted(outlet));
            }
            cooperatives.forEach(
                    it -> byCooperative.computeIfAbsent(it, _ -> new ArrayList<>()).add(outlet));
        }
        var sum = new ReportSum();
        byCooperative.forEach((cooperative, theirs) ->
                sum.add(
                        compare(
                                cooperative,
                                theirs.stream()
                                        .map(outlet -> "outletId=" + outlet)
                                        .collect(Collectors.joining("&", "?", "")))));
        return sum.report();
    }

    private static Set<UUID> cooperatives(Set<Outlet> known, UUID outlet) {
        return known.stream()
                .filter(it -> it.outletId().equals(outlet))
                .map(Outlet::cooperativeId)
                .collect(Collectors.toSet());
    }

    private ComparisonAnswer compare(UUID cooperative, String which) {
        return gateway.get(
                "/api/shu/reconciliation/cooperatives/%s/comparison%s"
                        .formatted(cooperative, which),
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
