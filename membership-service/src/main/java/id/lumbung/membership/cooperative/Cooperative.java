package id.lumbung.membership.cooperative;

import id.lumbung.backbone.event.Event.CooperativeKind;
import id.lumbung.backbone.event.Event.CooperativeRegistered;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.UUID;

/**
 * A village cooperative (koperasi desa/kelurahan).
 *
 * @param villageCode of the Ministry of Home Affairs, such as 35.10.14.2014
 */
public record Cooperative(
        UUID id,
        String name,
        String villageCode,
        CooperativeKind kind,
        Zone zone,
        Instant recordedAt)
        implements Fact {

    @Override
    public UUID cooperativeId() {
        return id;
    }

    @Override
    public UUID outletId() {
        return id;
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
    public Cooperative recorded(Instant at) {
        return new Cooperative(id, name, villageCode, kind, zone, at);
    }

    @Override
    public CooperativeRegistered event() {
        return new CooperativeRegistered(id, kind, zone.id().getId());
    }
}
