package id.lumbung.village.life;

import java.time.Instant;
import java.util.UUID;

/**
 * An outlet of a made-up village.
 *
 * @param kind PHARMACY, CLINIC or another
 */
public record Outlet(UUID id, String kind, String name) {

    static Outlet open(FactIds ids, Instant at, String kind, String place) {
        var name = (kind.equals("PHARMACY") ? "Apotek " : "Klinik ") + place;
        return new Outlet(ids.id(at, "outlet " + kind), kind, name);
    }
}
