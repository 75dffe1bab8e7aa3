package id.lumbung.membership.cooperative;

import id.lumbung.backbone.event.Event.OutletOpened;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.UUID;

/**
 * An outlet (gerai) of a cooperative.
 *
 * @param kind PHARMACY, CLINIC or whatever else the cooperative runs; Inpres 9/2025 names seven and
 *     allows more
 */
record Outlet(UUID id, UUID cooperativeId, String kind, String name, Instant recordedAt)
        implements Fact {

    /** Its opening is the office's doing. */
    @Override
    public UUID outletId() {
        return cooperativeId;
    }

    @Override
    public Rupiah amount() {
        return Rupiah.ZERO;
    }

    @Override
    public Instant at() {
        return recordedAt;
    }

    @Override
    public Outlet recorded(Instant at) {
        return new Outlet(id, cooperativeId, kind, name, at);
    }

    @Override
    public OutletOpened event() {
        return new OutletOpened(cooperativeId, id, kind);
    }
}
