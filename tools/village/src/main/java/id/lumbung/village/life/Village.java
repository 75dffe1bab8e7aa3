package id.lumbung.village.life;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A made-up village's cooperative, its outlets and members. Their ids, and the members' names,
 * follow from the source of the ids: the same source founds the same village.
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
                kinds.stream().map(kind -> Outlet.open(ids, at, kind, place)).toList(),
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
}
