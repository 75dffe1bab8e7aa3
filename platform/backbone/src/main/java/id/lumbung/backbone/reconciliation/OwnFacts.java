package id.lumbung.backbone.reconciliation;

import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.fact.OutletOwners;
import id.lumbung.backbone.outbox.OutboxBacklog;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The facts of this service, whatever their kind. */
record OwnFacts(FactStores stores, OutletOwners owners, OutboxBacklog backlog)
        implements ReconciliationSource {

    private static final int MAX_COUNTED = 10_000;

    @Override
    public List<OutletOwners.Outlet> outlets() {
        return owners.all();
    }

    @Override
    public List<OutletOwners.Outlet> outlets(UUID cooperativeId) {
        return owners.of(cooperativeId);
    }

    @Override
    public long pending() {
        return stores.all().stream()
                .mapToLong(store -> backlog.pending(store.name(), MAX_COUNTED).documents())
                .sum();
    }

    /**
     * How many facts of a cooperative, before a time, wait to be published, or for a person to
     * settle their time.
     */
    long pending(UUID cooperativeId, Instant until) {
        return stores.all().stream()
                .mapToLong(store ->
                        backlog.pending(store.name(), cooperativeId, until, MAX_COUNTED)
                                + store.doubtful(cooperativeId, until, MAX_COUNTED))
                .sum();
    }

    /** How many facts of a cooperative, before a time, are blocked. */
    long blocked(UUID cooperativeId, Instant until) {
        return stores.all().stream()
                .mapToLong(
                        store -> backlog.blocked(store.name(), cooperativeId, until, MAX_COUNTED))
                .sum();
    }

    @Override
    public void lines(UUID outletId, Instant from, Instant until, Consumer<Line> to) {
        new StoredFacts(stores)
                .each(null, outletId, from, until, stored -> to.accept(stored.line()));
    }
}
