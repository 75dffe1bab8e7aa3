package id.lumbung.backbone.testkit;

import id.lumbung.backbone.security.AccessTable.Row;
import id.lumbung.backbone.security.AccessTable.Where;
import id.lumbung.backbone.security.Role;
import id.lumbung.backbone.testkit.Http.Asked;
import id.lumbung.backbone.testkit.Operations.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Whoever an address gives nothing to: no role that fits, or the right one of somebody else. */
final class Strangers {

    private Strangers() {}

    static Map<String, Tokens> to(
            Operation operation, Row row, Asked asked, Village village, Village other) {
        var strangers = new LinkedHashMap<String, Tokens>();
        strangers.put("no role", Tokens.as().in(village.cooperative()));
        for (var role : Role.values()) {
            if (!row.roles().contains(role)) {
                strangers.put(role + ", which has no right", village.as(role));
            }
        }
        if (row.where() != Where.PLATFORM || !row.roles().contains(Role.SERVICE)) {
            strangers.put(
                    "a service with another scope", Tokens.as(Role.SERVICE).scope("other.read"));
            strangers.put(
                    "one who is no service with a scope",
                    Tokens.as().scope(row.scope() == null ? "reconciliation.read" : row.scope()));
        }
        if (row.where() == Where.PLATFORM) {
            return strangers;
        }
        var atAnOutlet =
                (asked.path() + asked.body()).contains(village.outlet().toString())
                        || village.atOutlet().contains(operation.name());
        for (var role : row.roles()) {
            switch (role) {
                case OPERATOR, SERVICE -> {}
                case BOARD, SUPERVISOR, MANAGER, ADVISOR ->
                        strangers.put(role + " elsewhere", other.as(role));
                case MEMBER -> {
                    strangers.put(role + " elsewhere", other.as(role));
                    if (!row.common()) {
                        strangers.put("another member", village.as(role).member(UUID.randomUUID()));
                    }
                }
                case OUTLET, CASHIER, PHARMACIST, CLINICIAN -> {
                    strangers.put(role + " elsewhere", other.as(role));
                    strangers.put(
                            role + " elsewhere that names this outlet",
                            other.as(role).at(village.outlet()));
                    if (atAnOutlet) {
                        strangers.put(
                                role + " of another outlet",
                                village.as(role).at(UUID.randomUUID()));
                    }
                }
            }
        }
        return strangers;
    }
}
