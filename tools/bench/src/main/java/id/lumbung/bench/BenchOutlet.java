package id.lumbung.bench;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.login.Login;
import java.util.Map;
import java.util.UUID;

/** An outlet of a cooperative, both made for one run: none of its sales is a repetition. */
record BenchOutlet(UUID cooperative, UUID outlet) {

    /** Registers both. */
    static BenchOutlet open(Callers callers) {
        var operator = callers.operator();
        var made = new BenchOutlet(BenchCooperative.register(operator), UUID.randomUUID());
        operator.put(
                "/api/membership/outlets/" + made.outlet,
                Map.of("cooperativeId", made.cooperative, "kind", "PHARMACY", "name", "Bench"));
        return made;
    }

    /** Of its app. */
    Login login(Callers callers) {
        return callers.outletLogin(outlet);
    }

    /** Of one of its cashiers, who logs in as people do. */
    Login cashier(Callers callers) {
        var place = Map.<String, Object>of("cooperativeId", cooperative, "outletId", outlet);
        return callers.person("CASHIER", cooperative, place);
    }

    BenchSales sales() {
        return new BenchSales(cooperative, outlet);
    }
}
