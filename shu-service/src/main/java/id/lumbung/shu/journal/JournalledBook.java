package id.lumbung.shu.journal;

import id.lumbung.backbone.fact.OutletOwners.Outlet;
import id.lumbung.backbone.reconciliation.ReconciliationSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The journal's side of the control totals. */
@Component
class JournalledBook implements ReconciliationSource {

    private final OutletEntries journal;

    JournalledBook(OutletEntries journal) {
        this.journal = journal;
    }

    @Override
    public List<Outlet> outlets() {
        return journal.outlets();
    }

    @Override
    public long pending() {
        return 0;
    }

    @Override
    public void lines(UUID outletId, Instant from, Instant until, Consumer<Line> to) {
        journal.ofOutlet(
                outletId,
                from,
                until,
                entry ->
                        to.accept(
                                new Line(
                                        entry.id(),
                                        entry.factId(),
                                        entry.at(),
                                        entry.amount().amount())));
    }
}
