package id.lumbung.shu.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** What a comparison has found, as it goes on. */
final class ComparisonReport {

    private static final int MAX_DAYS_NAMED = 1_000;

    private final TreeMap<UUID, OutletSums> outlets = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private long unnamed;

    /**
     * An outlet's facts on both sides.
     *
     * @param days with a fact on either side, counted for each service
     */
    record OutletSums(UUID outletId, long days, Sum own, Sum journal) {

        static OutletSums of(UUID outlet, List<OutletDay> days) {
            return new OutletSums(
                    outlet,
                    days.size(),
                    days.stream()
                            .map(it -> new Sum(it.own().count(), it.own().sum()))
                            .reduce(Sum.NOTHING, Sum::plus),
                    days.stream()
                            .map(it -> new Sum(it.journal().count(), it.journal().sum()))
                            .reduce(Sum.NOTHING, Sum::plus));
        }

        OutletSums plus(OutletSums other) {
            return new OutletSums(
                    outletId, days + other.days, own.plus(other.own), journal.plus(other.journal));
        }
    }

    /**
     * @param sum rupiah
     */
    record Sum(long count, long sum) {

        static final Sum NOTHING = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(count + other.count, Math.addExact(sum, other.sum));
        }
    }

    void seen(UUID outlet, List<OutletDay> days) {
        outlets.merge(outlet, OutletSums.of(outlet, days), OutletSums::plus);
    }

    boolean isFull() {
        return differences.size() >= MAX_DAYS_NAMED;
    }

    void add(DayTally tally, Service service, UUID outlet) {
        if (isFull()) {
            unnamed++;
        } else {
            differences.add(tally.difference(service, outlet));
        }
    }

    /** Days that differ and are not looked at any further. */
    void addUnnamed(long days) {
        unnamed += days;
    }

    void addTrouble(String sentence) {
        troubles.add(sentence);
    }

    List<OutletSums> outlets() {
        return List.copyOf(outlets.values());
    }

    /** How many outlet days are not the same. */
    long differing() {
        return differences.size() + unnamed;
    }

    /** No more than 1,000 of them. */
    List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** Sentences that name who did not answer. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    String sentence() {
        var days = outlets.values().stream().mapToLong(OutletSums::days).sum();
        if (differing() == 0) {
            var facts = outlets.values().stream().mapToLong(it -> it.own().count()).sum();
            return "%s facts of %s outlet days at %s outlets are the same on both sides."
                    .formatted(facts, days, outlets.size());
        }
        return "%s of %s outlet days differ: %s facts missing, %s pending, %s blocked, %s in the journal only, %s of another amount or elsewhere.%s"
                .formatted(
                        differing(),
                        days,
                        count(Difference::missing),
                        count(Difference::pending),
                        count(Difference::blocked),
                        count(Difference::extra),
                        count(Difference::differing),
                        unnamed > 0
                                ? " The first %s days are named.".formatted(differences.size())
                                : "");
    }

    private long count(Function<Difference, Difference.Facts> which) {
        return differences.stream().mapToLong(it -> which.apply(it).count()).sum();
    }
}
