package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.reconciliation.CooperativeFacts.Fact;
import id.lumbung.shu.reconciliation.Difference.Side;
import java.util.UUID;

/** How one day of an outlet differs, as far as it was looked at. */
final class DayTally {

    private final OutletDay day;
    private final FactCount missing = new FactCount();
    private final FactCount pending = new FactCount();
    private final FactCount blocked = new FactCount();
    private final FactCount extra = new FactCount();
    private final FactCount differing = new FactCount();

    DayTally(OutletDay day) {
        this.day = day;
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
        return missing.count()
                        + pending.count()
                        + blocked.count()
                        + extra.count()
                        + differing.count()
                > 0;
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
