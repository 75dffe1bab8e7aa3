package id.lumbung.retail.stock;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shop in the east of the country, and its goods. */
final class Goods {

    static final Shop SHOP = new Shop(id("cooperative"), id("shop"), ZoneId.of("Asia/Jayapura"), 0);
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Goods() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    static Batch batch(String number, @Nullable String expiry) {
        return new Batch(number, expiry == null ? null : LocalDate.parse(expiry));
    }

    static Movement received(String name, Batch batch, long quantity, long cost, Instant at) {
        return Movement.in(id(name), MovementKind.RECEIVED, batch, quantity, Rupiah.of(cost), at);
    }

    static Movement sold(String name, long quantity, Instant at) {
        return Movement.sold(id(name), null, quantity, at);
    }

    static Movement shelf(String name, MovementKind kind, Batch batch, long quantity, Instant at) {
        return Movement.at(id(name), kind, batch, Place.SHELF, quantity, at);
    }
}
