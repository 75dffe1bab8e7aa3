package id.lumbung.launcher.reconcile;

import id.lumbung.launcher.client.ControlTotals;
import id.lumbung.launcher.client.ControlTotals.Book;
import id.lumbung.launcher.client.ControlTotals.Day;
import id.lumbung.launcher.client.ControlTotals.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Compares what the outlets' own databases hold with the journal, by outlet and day: count, sum and
 * digest of ids and amounts. Where they differ, the facts are compared one by one.
 *
 * <p>Facts that are being told while we look show as differences that go away: whoever asks looks
 * again. Memory holds the totals of one outlet and the facts of one day.
 */
public final class Reconciliation {

    private final ControlTotals totals;

    public Reconciliation(ControlTotals totals) {
        this.totals = totals;
    }

    /**
     * @param sum rupiah
     */
    public record Side(long count, long sum) {

        static Side of(Day day) {
            return new Side(day.count(), day.sum());
        }
    }

    /**
     * @param missing facts that the journal lacks, by the ids of their services
     * @param surplus facts that only the journal has
     * @param differing facts that both have with another amount
     */
    public record Difference(
            UUID outletId,
            LocalDate day,
            Side own,
            Side journal,
            List<UUID> missing,
            List<UUID> surplus,
            List<UUID> differing) {}

    /**
     * @param outlets that were compared, a cooperative's office being one
     * @param outletDays with a fact on either side
     * @param own what all own databases hold together
     * @param pending facts that services had taken and not told yet, by service, where there were
     *     any
     */
    public record Report(
            int outlets,
            int outletDays,
            Side own,
            Side journal,
            List<Difference> differences,
            Map<Book, Long> pending) {

        public boolean equal() {
            return differences.isEmpty();
        }

        public long missing() {
            return differences.stream().mapToLong(it -> it.missing().size()).sum();
        }
    }

    /** Compares every outlet that either side knows. */
    public Report ofAll() {
        var known = known();
        return of(known.keySet(), known);
    }

    /** Compares these outlets only. */
    public Report of(Collection<UUID> outlets) {
        return of(new TreeSet<>(outlets), known());
    }

    /** The services that have facts of an outlet. */
    public Set<Book> keepersOf(UUID outletId) {
        return known().getOrDefault(outletId, Set.of());
    }

    private Map<UUID, Set<Book>> known() {
        Map<UUID, Set<Book>> known = new TreeMap<>();
        for (var book : Book.values()) {
            for (var outlet : totals.outlets(book)) {
                var keepers = known.computeIfAbsent(outlet.outletId(), _ -> new TreeSet<>());
                if (book != Book.JOURNAL) {
                    var _ = keepers.add(book);
                }
            }
        }
        return known;
    }

    private Report of(Set<UUID> outlets, Map<UUID, Set<Book>> known) {
        var differences = new ArrayList<Difference>();
        var pending = new EnumMap<Book, Long>(Book.class);
        var outletDays = 0;
        var own = Day.without(LocalDate.EPOCH);
        var journal = Day.without(LocalDate.EPOCH);
        for (var outlet : outlets) {
            var keepers = known.getOrDefault(outlet, Set.of());
            var days = new TreeMap<LocalDate, Day>();
            for (var book : keepers) {
                var theirs = totals.days(book, outlet, null, null);
                if (theirs.pending() > 0) {
                    var _ = pending.merge(book, theirs.pending(), Math::max);
                }
                theirs.days().forEach(day -> days.merge(day.day(), day, Day::plus));
            }
            var journalled = new HashMap<LocalDate, Day>();
            for (var day : totals.days(Book.JOURNAL, outlet, null, null).days()) {
                var _ = journalled.put(day.day(), day);
            }
            var all = new TreeSet<>(days.keySet());
            all.addAll(journalled.keySet());
            outletDays += all.size();
            for (var day : all) {
                var left = days.getOrDefault(day, Day.without(day));
                var right = journalled.getOrDefault(day, Day.without(day));
                own = own.plus(left);
                journal = journal.plus(right);
                if (!left.equals(right)) {
                    difference(outlet, left, right, keepers).ifPresent(differences::add);
                }
            }
        }
        return new Report(
                outlets.size(),
                outletDays,
                Side.of(own),
                Side.of(journal),
                List.copyOf(differences),
                Map.copyOf(pending));
    }

    /** Empty where the two have come together since their totals were taken. */
    private Optional<Difference> difference(UUID outlet, Day own, Day journal, Set<Book> keepers) {
        var ours = new HashMap<UUID, Fact>();
        for (var book : keepers) {
            totals.facts(book, outlet, own.day()).forEach(fact -> ours.put(fact.eventId(), fact));
        }
        var missing = new HashMap<>(ours);
        var surplus = new ArrayList<UUID>();
        var differing = new ArrayList<UUID>();
        for (var fact : totals.facts(Book.JOURNAL, outlet, own.day())) {
            var mine = ours.get(fact.eventId());
            var _ = missing.remove(fact.eventId());
            if (mine == null) {
                surplus.add(fact.factId());
            } else if (mine.amount() != fact.amount()) {
                differing.add(fact.factId());
            }
        }
        return missing.isEmpty() && surplus.isEmpty() && differing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Difference(
                                outlet,
                                own.day(),
                                Side.of(own),
                                Side.of(journal),
                                missing.values().stream().map(Fact::factId).sorted().toList(),
                                List.copyOf(surplus),
                                List.copyOf(differing)));
    }
}
