package id.lumbung.shu.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.journal.Entry.Kind;
import id.lumbung.shu.journal.JournalLines.Line;
import id.lumbung.shu.journal.JournalLines.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do in a worked case, as lines of the journal. */
final class WorkedDeeds {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    final BookYear year;
    final Map<String, List<Line>> lines = new TreeMap<>();
    final Set<UUID> countedBefore = new HashSet<>();
    long passersBy;
    private final Map<String, UUID> memberships = new HashMap<>();

    WorkedDeeds(WorkedCase worked) {
        this.year = BookYear.of(worked.bookYear(), ZONE);
        worked.deeds().forEach(deed -> add(List.of(deed.split(" "))));
    }

    /** Everybody's account, in the order of their names. */
    Map<String, MemberAccount> accounts() {
        var accounts = new TreeMap<String, MemberAccount>();
        lines.forEach((who, theirs) ->
                accounts.put(
                        who,
                        MemberAccount.of(
                                new UUID(0, 1),
                                id(who),
                                year,
                                year.from(),
                                theirs,
                                countedBefore)));
        return accounts;
    }

    static UUID id(String who) {
        return UUID.nameUUIDFromBytes(who.getBytes(UTF_8));
    }

    private void add(List<String> words) {
        var who = words.getFirst();
        switch (words.get(1)) {
            case "joins" -> joins(who, words);
            case "leaves" -> leaves(who, words.get(2));
            case "buys" -> business(who, Kind.SALE, 1, words);
            case "visits" -> business(who, Kind.VISIT, 1, words);
            case "returns" -> business(who, Kind.RETURN, -1, words);
            case "saves" -> saving(who, Kind.DEPOSIT, 1, words);
            case "withdraws" -> saving(who, Kind.WITHDRAWAL, -1, words);
            case "buy" -> passersBy += Long.parseLong(words.get(2));
            case "return" -> passersBy -= Long.parseLong(words.get(2));
            default -> throw new IllegalArgumentException(String.join(" ", words));
        }
    }

    private void joins(String who, List<String> words) {
        var kind = words.size() > 3 ? words.get(3) : "ORDINARY";
        memberships.put(who, office(who, Kind.MEMBER_JOINED, words.get(2), kind, null));
    }

    private void leaves(String who, String day) {
        var _ = office(who, Kind.MEMBER_LEFT, day, null, memberships.get(who));
    }

    private UUID office(
            String who, Kind kind, String day, @Nullable String detail, @Nullable UUID refersTo) {
        var fact = UUID.randomUUID();
        var midday = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        var _ = add(who, kind, midday, 0, detail, new Office(fact, refersTo, null, null));
        return fact;
    }

    private void business(String who, Kind kind, int sign, List<String> words) {
        var at = at(words.get(3));
        var id = add(who, kind, at, sign * Long.parseLong(words.get(2)), null, null);
        if (at.isBefore(year.from()) && !words.getLast().equals("late")) {
            countedBefore.add(id);
        }
    }

    private void saving(String who, Kind kind, int sign, List<String> words) {
        var months = words.contains("for") ? "2000-01/" + words.getLast() : null;
        var _ =
                add(
                        who,
                        kind,
                        at(words.get(4)),
                        sign * Long.parseLong(words.get(3)),
                        words.get(2),
                        new Office(UUID.randomUUID(), null, null, months));
    }

    private UUID add(
            String who,
            Kind kind,
            Instant at,
            long amount,
            @Nullable String detail,
            @Nullable Office office) {
        var line =
                new Line(
                        UUID.randomUUID(),
                        kind,
                        id(who),
                        at.toEpochMilli(),
                        amount,
                        detail,
                        office);
        lines.computeIfAbsent(who, _ -> new ArrayList<>()).add(line);
        return line.id();
    }

    private static Instant at(String word) {
        var local =
                word.contains("T") ? LocalDateTime.parse(word) : LocalDate.parse(word).atTime(9, 0);
        return local.atZone(ZONE).toInstant();
    }
}
