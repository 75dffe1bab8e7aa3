package id.lumbung.village.life;

import id.lumbung.launcher.client.InFlight;
import id.lumbung.launcher.login.Callers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A made-up village's cooperative, its outlets and members. Their ids, and the members' names,
 * follow from the source of the ids: the same source founds the same village, which to register
 * twice adds nothing.
 *
 * @param code of the village, as the state lists it
 */
public record Village(
        UUID cooperativeId,
        String name,
        String code,
        LocalDate foundedOn,
        List<Outlet> outlets,
        List<Member> members) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final int AT_ONCE = 8;

    /**
     * @param kind PHARMACY, CLINIC or another
     */
    public record Outlet(UUID id, String kind, String name) {}

    /**
     * @param name made up; it goes to the membership office and nowhere else
     */
    public record Member(UUID id, String name, LocalDate joinedOn) {}

    /**
     * @param members how many; each joined on the day of founding
     * @param kinds of outlets, each of which it has one of
     */
    public static Village found(
            FactIds ids,
            String place,
            String code,
            LocalDate foundedOn,
            int members,
            List<String> kinds) {
        var at = foundedOn.atStartOfDay(ZONE).toInstant();
        var chances = ids.chances("names");
        var joined = new ArrayList<Member>(members);
        for (var i = 0; i < members; i++) {
            joined.add(new Member(ids.id(at, "member " + i), MadeUpNames.draw(chances), foundedOn));
        }
        return new Village(
                ids.id(at, "cooperative"),
                "Koperasi Desa Merah Putih " + place,
                code,
                foundedOn,
                kinds.stream()
                        .map(kind ->
                                new Outlet(
                                        ids.id(at, "outlet " + kind),
                                        kind,
                                        (kind.equals("PHARMACY") ? "Apotek " : "Klinik ") + place))
                        .toList(),
                List.copyOf(joined));
    }

    public UUID outlet(String kind) {
        return outlets.stream()
                .filter(outlet -> outlet.kind().equals(kind))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No outlet is a " + kind))
                .id();
    }

    public List<UUID> memberIds() {
        return members.stream().map(Member::id).toList();
    }

    /**
     * Tells the membership office of all this: the operator of the places, the board of members.
     */
    public void register(Callers callers) {
        registerPlaces(callers);
        try (var requests = new InFlight(AT_ONCE)) {
            for (var member : members) {
                requests.add(() -> register(callers, member));
            }
            requests.await();
        }
    }

    public void register(Callers callers, Member member) {
        callers.board(cooperativeId)
                .put(
                        "/api/membership/members/" + member.id(),
                        Map.of(
                                "cooperativeId",
                                cooperativeId,
                                "kind",
                                "ORDINARY",
                                "name",
                                member.name(),
                                "joinedOn",
                                member.joinedOn()));
    }

    /** The cooperative and its outlets. */
    public void registerPlaces(Callers callers) {
        var operator = callers.operator();
        operator.put(
                "/api/membership/cooperatives/" + cooperativeId,
                Map.of("name", name, "villageCode", code, "kind", "VILLAGE", "zone", "WIB"));
        for (var outlet : outlets) {
            operator.put(
                    "/api/membership/outlets/" + outlet.id(),
                    Map.of(
                            "cooperativeId",
                            cooperativeId,
                            "kind",
                            outlet.kind(),
                            "name",
                            outlet.name()));
        }
    }
}
