package id.lumbung.village.life;

import id.lumbung.launcher.client.InFlight;
import id.lumbung.launcher.login.Callers;
import java.util.Map;

/**
 * Registers a village at the membership office: the operator its places, the board its members. To
 * do it twice adds nothing.
 */
public record VillageRegistration(Callers callers, Village village) {

    private static final int AT_ONCE = 8;

    public void all() {
        places();
        try (var requests = new InFlight(AT_ONCE)) {
            for (var member : village.members()) {
                requests.add(() -> member(member));
            }
            requests.await();
        }
    }

    /** The cooperative and its outlets. */
    public void places() {
        var operator = callers.operator();
        operator.put(
                "/api/membership/cooperatives/" + village.cooperativeId(),
                Map.of(
                        "name",
                        village.name(),
                        "villageCode",
                        village.code(),
                        "kind",
                        "VILLAGE",
                        "zone",
                        "WIB"));
        for (var outlet : village.outlets()) {
            operator.put(
                    "/api/membership/outlets/" + outlet.id(),
                    Map.of(
                            "cooperativeId", village.cooperativeId(),
                            "kind", outlet.kind(),
                            "name", outlet.name()));
        }
    }

    public void member(Member member) {
        callers.board(village.cooperativeId())
                .put(
                        "/api/membership/members/" + member.id(),
                        Map.of(
                                "cooperativeId", village.cooperativeId(),
                                "kind", "ORDINARY",
                                "name", member.name(),
                                "joinedOn", member.joinedOn()));
    }
}
