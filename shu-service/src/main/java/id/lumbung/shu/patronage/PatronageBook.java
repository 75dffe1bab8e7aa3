package id.lumbung.shu.patronage;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import id.lumbung.shu.account.MemberRegister;
import id.lumbung.shu.account.Membership;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.journal.JournalEntries;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads the journal by member and by book year. Holds no figure of its own: each is summed when
 * asked for.
 */
@Component
class PatronageBook {

    private final JournalEntries journal;
    private final BookYears bookYears;
    private final MemberRegister register;

    PatronageBook(JournalEntries journal, BookYears bookYears, MemberRegister register) {
        this.register = register;
        this.journal = journal;
        this.bookYears = bookYears;
    }

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

    /** The register of members as the office recorded it, in the order of joining. */
    List<RegisteredMember> members(UUID cooperativeId) {
        return register.of(cooperativeId).entrySet().stream()
                .map(it -> member(it.getKey(), it.getValue()))
                .filter(member -> member.joinedOn() != null)
                .sorted(
                        Comparator.comparing(RegisteredMember::joinedOn, nullsFirst(naturalOrder()))
                                .thenComparing(RegisteredMember::memberId))
                .toList();
    }

    private static RegisteredMember member(UUID memberId, Membership membership) {
        return new RegisteredMember(
                memberId, membership.kind(), membership.joinedOn(), membership.leftOn());
    }
}
