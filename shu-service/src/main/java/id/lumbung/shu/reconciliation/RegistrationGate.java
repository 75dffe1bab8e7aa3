package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.event.EventId;
import id.lumbung.shu.journal.JournalEntries;
import java.time.ZoneId;
import java.util.UUID;

/** The gate that asks whether the journal knows the cooperative, and so the days it counts by. */
record RegistrationGate(JournalEntries journal) {

    Gate of(UUID cooperativeId, ZoneId zone) {
        return journal.find(EventId.of(cooperativeId, "CooperativeRegistered"))
                .filter(entry -> entry.cooperativeId().equals(cooperativeId))
                .map(_ ->
                        Gate.of(
                                Gate.Name.REGISTERED,
                                0,
                                "The cooperative is registered, in the zone %s."
                                        .formatted(zone.getId())))
                .orElseGet(() ->
                        Gate.of(
                                Gate.Name.REGISTERED,
                                1,
                                "The journal has no registration of this cooperative, so it does not know its zone. Register it at membership, or have membership republish it."));
    }
}
