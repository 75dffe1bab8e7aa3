package id.lumbung.shu.reconciliation;

import id.lumbung.shu.reconciliation.Difference.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Facts as they are counted; the first of them by name. */
final class FactCount {

    private static final int MAX_FACTS_NAMED = 100;

    private final List<UUID> first = new ArrayList<>();
    private long count;

    void add(UUID factId) {
        count++;
        if (first.size() < MAX_FACTS_NAMED) {
            first.add(factId);
        }
    }

    Facts facts() {
        return new Facts(count, List.copyOf(first));
    }

    long count() {
        return count;
    }
}
