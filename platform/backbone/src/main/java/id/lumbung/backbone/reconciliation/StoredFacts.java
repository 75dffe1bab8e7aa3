package id.lumbung.backbone.reconciliation;

import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.outbox.OutboxFields;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Goes through the facts of an outlet, whatever their kind, without holding them in memory. */
record StoredFacts(FactStores stores) {

    /** What is to be known of one fact, and whether it was published. */
    record Stored(ReconciliationSource.Line line, CooperativeFacts.State state) {}

    /**
     * @param cooperativeId whose facts alone; null for all
     */
    void each(
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
                                new ReconciliationSource.Line(
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
