package id.lumbung.clinic.visit;

import id.lumbung.backbone.event.Event.VisitSettled;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was paid for a visit (pelunasan). Only what the patient paid is business done with the
 * cooperative.
 *
 * @param id the visit's: it is settled once; of one that stands in for another, at another time,
 *     its own
 */
record Settlement(
        UUID id,
        UUID cooperativeId,
        UUID outletId,
        @Nullable UUID memberId,
        Rupiah paid,
        Instant at,
        Instant recordedAt)
        implements Fact {

    /** The most that a visit may cost: a billion rupiah. */
    static final long MAX_RUPIAH = 1_000_000_000L;

    @Override
    public Rupiah amount() {
        return paid;
    }

    @Override
    public boolean hasDeviceTime() {
        return true;
    }

    /** The same settlement, at the time that a person has settled. */
    Settlement settledAt(UUID newId, Instant at, Instant recordedAt) {
        return new Settlement(newId, cooperativeId, outletId, memberId, paid, at, recordedAt);
    }

    @Override
    public Settlement recorded(Instant at) {
        return new Settlement(id, cooperativeId, outletId, memberId, paid, this.at, at);
    }

    @Override
    public VisitSettled event() {
        return new VisitSettled(cooperativeId, id, outletId, memberId, paid, at);
    }
}
