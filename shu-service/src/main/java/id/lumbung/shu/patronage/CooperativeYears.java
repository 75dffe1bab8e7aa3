package id.lumbung.shu.patronage;

import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.journal.JournalEntries;
import java.util.HashSet;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sums up what all did with a cooperative in a book year. Holds no figure of its own. */
@Component
class CooperativeYears {

    private final JournalEntries journal;
    private final BookYears bookYears;

    CooperativeYears(JournalEntries journal, BookYears bookYears) {
        this.journal = journal;
        this.bookYears = bookYears;
    }

    CooperativeYear of(UUID cooperativeId, int year) {
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
}
