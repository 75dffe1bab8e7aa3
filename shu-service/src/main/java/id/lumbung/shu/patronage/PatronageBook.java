package id.lumbung.shu.patronage;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.shu.account.MemberRegister;
import id.lumbung.shu.account.Membership;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.journal.JournalEntries;
import java.time.LocalDate;
import java.util.Comparator;
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

    private final JournalEntries journal;
    private final BookYears bookYears;
    private final MemberRegister register;

    PatronageBook(JournalEntries journal, BookYears bookYears, MemberRegister register) {
        this.register = register;
        this.journal = journal;
        this.bookYears = bookYears;
    }

    /** A member as the journal knows them: no name, no NIK. */
    record Member(
            UUID memberId,
            @Nullable MemberKind kind,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate leftOn) {}

    /**
     * @param totals of all that counts in the year by its date, also what arrived after its books
     *     had closed
     */
    record MemberYear(
            UUID cooperativeId,
            int bookYear,
            String zone,
            Member member,
            MemberTotals.Sums totals) {}

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
        var membership = register.of(cooperativeId, memberId);
        var totals = new MemberTotals(membership, bookYear);
        journal.ofMember(cooperativeId, memberId, bookYear.from(), bookYear.until(), totals::add);
        return new MemberYear(
                cooperativeId,
                year,
                bookYear.zone().getId(),
                member(memberId, membership),
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

    /** The register of members as the office recorded it, in the order of joining. */
    List<Member> members(UUID cooperativeId) {
        return register.of(cooperativeId).entrySet().stream()
                .map(it -> member(it.getKey(), it.getValue()))
                .filter(member -> member.joinedOn() != null)
                .sorted(
                        Comparator.comparing(Member::joinedOn, nullsFirst(naturalOrder()))
                                .thenComparing(Member::memberId))
                .toList();
    }

    private static Member member(UUID memberId, Membership membership) {
        return new Member(memberId, membership.kind(), membership.joinedOn(), membership.leftOn());
    }
}
