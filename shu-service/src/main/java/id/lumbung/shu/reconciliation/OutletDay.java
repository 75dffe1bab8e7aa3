package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.reconciliation.DayTotals.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One day of an outlet on both sides. */
record OutletDay(LocalDate day, Day own, Day journal) {

    /** On both sides together; a day that has more is a stretch of its own. */
    private static final int MAX_FACTS_COMPARED = 20_000;

    private static final String NOTHING = "0".repeat(32);

    boolean isAlike() {
        return own.equals(journal);
    }

    private long facts() {
        return own.count() + journal.count();
    }

    /** The days of either side, the earliest first. */
    static List<OutletDay> of(List<Day> own, List<Day> journal) {
        var pairs = new TreeMap<LocalDate, OutletDay>();
        own.forEach(day -> pairs.put(day.day(), new OutletDay(day.day(), day, nothing(day))));
        journal.forEach(day ->
                pairs.merge(
                        day.day(),
                        new OutletDay(day.day(), nothing(day), day),
                        (ours, theirs) -> new OutletDay(ours.day(), ours.own(), theirs.journal())));
        return List.copyOf(pairs.values());
    }

    private static Day nothing(Day on) {
        return new Day(on.day(), 0, 0, NOTHING);
    }

    /**
     * The days that differ, cut so that from the first to the last day of each stretch there are no
     * more facts than are compared at once.
     */
    static List<List<OutletDay>> stretches(List<OutletDay> pairs) {
        var stretches = new ArrayList<List<OutletDay>>();
        List<OutletDay> current = List.of();
        var facts = 0L;
        for (var pair : pairs) {
            facts += pair.facts();
            if (!pair.isAlike()) {
                if (current.isEmpty() || facts > MAX_FACTS_COMPARED) {
                    current = new ArrayList<>();
                    stretches.add(current);
                    facts = pair.facts();
                }
                current.add(pair);
            }
        }
        return stretches;
    }
}
