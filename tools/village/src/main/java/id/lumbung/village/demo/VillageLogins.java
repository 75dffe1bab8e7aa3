package id.lumbung.village.demo;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.login.Login;
import id.lumbung.village.life.Village;
import id.lumbung.village.life.VillageRegistration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Logins of people and outlets of a village. */
record VillageLogins(Callers callers, Village village) {

    /** The village's cooperative and outlets are registered for it where they are not yet. */
    Login of(Role role) {
        if (role == Role.OPERATOR) {
            return callers.operatorLogin();
        }
        var registration = new VillageRegistration(callers, village);
        registration.places();
        var cooperative = village.cooperativeId();
        return switch (role) {
            case OUTLET -> callers.outletLogin(village.outlet("PHARMACY"));
            case ADVISOR -> person(role, Map.of("cooperativeIds", List.of(cooperative)));
            case MEMBER -> {
                var member = village.members().getFirst();
                registration.member(member);
                yield person(role, place("memberId", member.id()));
            }
            case CASHIER, PHARMACIST -> person(role, place("outletId", village.outlet("PHARMACY")));
            case CLINICIAN -> person(role, place("outletId", village.outlet("CLINIC")));
            case BOARD, SUPERVISOR, MANAGER, OPERATOR ->
                    person(role, Map.of("cooperativeId", cooperative));
        };
    }

    private Login person(Role role, Map<String, Object> place) {
        return callers.person(role.name(), village.cooperativeId(), place);
    }

    private Map<String, Object> place(String name, UUID id) {
        return Map.of("cooperativeId", village.cooperativeId(), name, id);
    }
}
