package id.lumbung.backbone.reconciliation;

import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.fact.OutletOwners;
import id.lumbung.backbone.outbox.OutboxBacklog;
import id.lumbung.backbone.outbox.OutboxFields;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The facts of this service, whatever their kind. */
final class OwnFacts implements ReconciliationSource {

    private static final int MAX_COUNTED = 10_000;

    private final FactStores stores;
    private final OutletOwners owners;
    private final OutboxBacklog backlog;

    OwnFacts(FactStores stores, OutletOwners owners, OutboxBacklog backlog) {
        this.stores = stores;
        this.owners = owners;
        this.backlog = backlog;
    }

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

    /** What is to be known of one fact, and whether it was published. */
    record Stored(Line line, CooperativeFacts.State state) {}

    @Override
    public void lines(UUID outletId, Instant from, Instant until, Consumer<Line> to) {
        stored(null, outletId, from, until, stored -> to.accept(stored.line()));
    }

    /**
     * @param cooperativeId whose facts alone; null for all
     */
    void stored(
            @Nullable UUID cooperativeId,
            UUID outletId,
            Instant from,
            Instant until,
            Consumer<Stored> to) {
        for (var store : stores.all()) {
            for (var document : store.amounts(cooperativeId, outletId, from, until)) {
                var id = document.get("_id", UUID.class);
                to.accept(
                        new Stored(
                                new Line(
                                        EventId.of(id, store.eventType()),
                                        id,
                                        document.getDate("at").toInstant(),
                                        document.getLong(FactStore.SIGNED_AMOUNT)),
                                state(document)));
            }
        }
    }

    private static CooperativeFacts.State state(Document document) {
        if (document.containsKey(OutboxFields.BLOCKED_AT)) {
            return CooperativeFacts.State.BLOCKED;
        }
        return document.containsKey(OutboxFields.DUE) || FactStore.isDoubtful(document)
                ? CooperativeFacts.State.PENDING
                : CooperativeFacts.State.PUBLISHED;
    }
}
