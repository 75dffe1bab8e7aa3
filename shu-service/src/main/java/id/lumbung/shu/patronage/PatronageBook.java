package id.lumbung.shu.patronage;

import id.lumbung.backbone.event.EventId;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.journal.Entry;
import id.lumbung.shu.journal.Journal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the journal by member and by book year. Holds no figure of its own: each is summed when
 * asked for.
 */
@Component
public class PatronageBook {

    private final Journal journal;
    private final BookYears bookYears;

    PatronageBook(Journal journal, BookYears bookYears) {
        this.journal = journal;
        this.bookYears = bookYears;
    }

    /** A member as the journal knows them: no name, no NIK. */
    record Member(
            UUID memberId,
            @Nullable String kind,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate leftOn) {}

    record MemberYear(
            UUID cooperativeId, int bookYear, String zone, Member member, Totals.Sums totals) {}

    /**
     * @param ofMembers what members did; the rest was done by passers-by
     * @param members that did anything in the year
     */
    record CooperativeYear(
            UUID cooperativeId,
            int bookYear,
            String zone,
            int members,
            Totals.Sums totals,
            Totals.Sums ofMembers,
            Map<UUID, Totals.Sums> outlets) {}

    MemberYear ofMember(UUID cooperativeId, UUID memberId, int year) {
        var bookYear = bookYears.of(cooperativeId, year);
        var totals = new Totals();
        journal.ofMember(cooperativeId, memberId, bookYear.from(), bookYear.until(), totals::add);
        return new MemberYear(
                cooperativeId,
                year,
                bookYear.zone().getId(),
                member(memberId, joined(memberId, cooperativeId), left(memberId, cooperativeId)),
                totals.sums());
    }

    CooperativeYear ofCooperative(UUID cooperativeId, int year) {
        var bookYear = bookYears.of(cooperativeId, year);
        var all = new Totals();
        var ofMembers = new Totals();
        var outlets = new TreeMap<UUID, Totals>();
        var members = new HashSet<UUID>();
        journal.countingOf(
                cooperativeId,
                bookYear.from(),
                bookYear.until(),
                entry -> {
                    all.add(entry);
                    outlets.computeIfAbsent(entry.outletId(), _ -> new Totals()).add(entry);
                    if (entry.memberId() != null) {
                        ofMembers.add(entry);
                        var _ = members.add(entry.memberId());
                    }
                });
        var sums = new TreeMap<UUID, Totals.Sums>();
        outlets.forEach((outlet, totals) -> sums.put(outlet, totals.sums()));
        return new CooperativeYear(
                cooperativeId,
                year,
                bookYear.zone().getId(),
                members.size(),
                all.sums(),
                ofMembers.sums(),
                sums);
    }

    /** The register of members as membership told it, in the order of joining. */
    List<Member> members(UUID cooperativeId) {
        var joined = new HashMap<UUID, Entry>();
        var left = new HashMap<UUID, Entry>();
        journal.ofOutlet(
                cooperativeId,
                Instant.EPOCH,
                BookYear.of(BookYear.LAST, ZoneOffset.UTC).until(),
                entry -> {
                    if (entry.memberId() != null) {
                        if (entry.kind() == Entry.Kind.MEMBER_JOINED) {
                            joined.put(entry.memberId(), entry);
                        } else if (entry.kind() == Entry.Kind.MEMBER_LEFT) {
                            left.put(entry.memberId(), entry);
                        }
                    }
                });
        return joined.entrySet().stream()
                .sorted(
                        Comparator.comparing((Map.Entry<UUID, Entry> it) -> it.getValue().at())
                                .thenComparing(Map.Entry::getKey))
                .map(it -> member(it.getKey(), it.getValue(), left.get(it.getKey())))
                .toList();
    }

    private @Nullable Entry joined(UUID memberId, UUID cooperativeId) {
        return office(memberId, "MemberJoined", cooperativeId);
    }

    private @Nullable Entry left(UUID memberId, UUID cooperativeId) {
        return office(memberId, "MemberLeft", cooperativeId);
    }

    /** Found by its id, which is made from the fact: no index is needed. */
    private @Nullable Entry office(UUID factId, String eventType, UUID cooperativeId) {
        return journal.find(EventId.of(factId, eventType))
                .filter(entry -> entry.cooperativeId().equals(cooperativeId))
                .orElse(null);
    }

    private static Member member(UUID memberId, @Nullable Entry joined, @Nullable Entry left) {
        return new Member(
                memberId,
                joined == null ? null : joined.detail(),
                joined == null ? null : date(joined),
                left == null ? null : date(left));
    }

    private static LocalDate date(Entry entry) {
        return entry.at().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
