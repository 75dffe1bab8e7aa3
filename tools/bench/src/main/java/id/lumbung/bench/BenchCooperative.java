package id.lumbung.bench;

import id.lumbung.launcher.client.Gateway;
import java.util.Map;
import java.util.UUID;

/** A cooperative made for one run. */
final class BenchCooperative {

    private BenchCooperative() {}

    /** Its id; it is registered then. */
    static UUID register(Gateway operator) {
        var cooperative = UUID.randomUUID();
        operator.put(
                "/api/membership/cooperatives/" + cooperative,
                Map.of(
                        "name", "Bench",
                        "villageCode", "35.10.14.2014",
                        "kind", "VILLAGE",
                        "zone", "WIB"));
        return cooperative;
    }
}
