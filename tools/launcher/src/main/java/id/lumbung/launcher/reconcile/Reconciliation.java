package id.lumbung.launcher.reconcile;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.lumbung.launcher.client.ControlTotals;
import id.lumbung.launcher.client.ControlTotals.Book;
import id.lumbung.launcher.client.ControlTotals.Outlet;
import id.lumbung.launcher.client.Gateway;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /**
     * @param sum rupiah
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Side(long count, long sum) {

        static final Side NOTHING = new Side(0, 0);

        Side plus(Side other) {
            return new Side(count + other.count, Math.addExact(sum, other.sum));
        }
    }

    /**
     * @param first the ids of some of them, by their services
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Facts(long count, List<UUID> first) {}

    /**
     * @param service that keeps the outlet's facts
     * @param missing facts that the journal lacks
     * @param pending facts that are not published yet
     * @param blocked facts that the broker will never take as they are
     * @param extra facts that only the journal has
     * @param differing facts that both have with another amount, or elsewhere
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Difference(
            String service,
            UUID outletId,
            LocalDate day,
            Side own,
            Side journal,
            Facts missing,
            Facts pending,
            Facts blocked,
            Facts extra,
            Facts differing) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OutletSums(UUID outletId, long days, Side own, Side journal) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(
            List<OutletSums> outlets,
            long differing,
            List<Difference> differences,
            Map<String, Long> pending,
            List<String> troubles) {}

    /**
     * @param outlets that were compared, a cooperative's office being one
     * @param outletDays with a fact on either side
     * @param own what all own databases hold together
     * @param differing outlet days that are not the same, whether or not they are named
     * @param pending facts that services had taken and not published yet, by service, where there
     *     were any
     * @param troubles sentences that name who did not answer
     */
    public record Report(
            int outlets,
            long outletDays,
            Side own,
            Side journal,
            long differing,
            List<Difference> differences,
            Map<String, Long> pending,
            List<String> troubles) {

        public boolean equal() {
            return differing == 0 && troubles.isEmpty();
        }

        public long missing() {
            return differences.stream().mapToLong(it -> it.missing().count()).sum();
        }
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
        var sums = new ArrayList<OutletSums>();
        var differences = new ArrayList<Difference>();
        var pending = new TreeMap<String, Long>();
        var troubles = new TreeSet<String>();
        var unnamed = 0L;
        for (var cooperative : cooperatives) {
            var answer = compare(cooperative);
            answer.outlets().stream()
                    .filter(it -> asked.contains(it.outletId()))
                    .forEach(sums::add);
            answer.differences().stream()
                    .filter(it -> asked.contains(it.outletId()))
                    .forEach(differences::add);
            unnamed += answer.differing() - answer.differences().size();
            answer.pending().forEach((service, facts) -> pending.merge(service, facts, Long::sum));
            troubles.addAll(answer.troubles());
        }
        return new Report(
                sums.size(),
                sums.stream().mapToLong(OutletSums::days).sum(),
                sums.stream().map(OutletSums::own).reduce(Side.NOTHING, Side::plus),
                sums.stream().map(OutletSums::journal).reduce(Side.NOTHING, Side::plus),
                differences.size() + unnamed,
                List.copyOf(differences),
                Map.copyOf(pending),
                List.copyOf(troubles));
    }

    private Answer compare(UUID cooperative) {
        return gateway.get(
                "/api/shu/reconciliation/cooperatives/%s/comparison".formatted(cooperative),
                Answer.class);
    }

    private Set<Outlet> known() {
        return Book.ALL.stream()
                .flatMap(book -> totals.outlets(book).stream())
                .collect(Collectors.toSet());
    }

    /** The services that have facts of an outlet. */
    public Set<Book> keepersOf(UUID outletId) {
        return Book.OWN.stream()
                .filter(book ->
                        totals.outlets(book).stream()
                                .anyMatch(outlet -> outlet.outletId().equals(outletId)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
