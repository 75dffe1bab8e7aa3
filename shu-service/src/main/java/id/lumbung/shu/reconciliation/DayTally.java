package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.reconciliation.CooperativeFacts.Fact;
import id.lumbung.shu.reconciliation.Difference.Facts;
import id.lumbung.shu.reconciliation.Difference.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How one day of an outlet differs, as far as it was looked at. */
final class DayTally {

    private static final int MAX_FACTS_NAMED = 100;

    private final OutletDay day;
    private final Count missing = new Count();
    private final Count pending = new Count();
    private final Count blocked = new Count();
    private final Count extra = new Count();
    private final Count differing = new Count();

    DayTally(OutletDay day) {
        this.day = day;
    }

    /** Facts as they are counted; the first of them by name. */
    private static final class Count {
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
    }

    void lacking(Fact fact) {
        switch (fact.state()) {
            case PUBLISHED -> missing.add(fact.factId());
            case PENDING -> pending.add(fact.factId());
            case BLOCKED -> blocked.add(fact.factId());
        }
    }

    void extra(UUID factId) {
        extra.add(factId);
    }

    void differing(UUID factId) {
        differing.add(factId);
    }

    /** False where both sides have come together since their totals were taken. */
    boolean differs() {
        return missing.count + pending.count + blocked.count + extra.count + differing.count > 0;
    }

    Difference difference(Service service, UUID outlet) {
        return new Difference(
                service.label(),
                outlet,
                day.day(),
                Side.of(day.own()),
                Side.of(day.journal()),
                missing.facts(),
                pending.facts(),
                blocked.facts(),
                extra.facts(),
                differing.facts());
    }
}
