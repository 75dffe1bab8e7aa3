package id.lumbung.shu.account;

import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.journal.JournalLines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Computes the accounts of a book year from the journal. Memory holds one member, or one day of
 * passers-by, at a time; one reading of the cooperative's entries along an index is the cost.
 */
@Component
public final class AccountComputation {

    private final JournalLines journal;
    private final AccountStore store;

    AccountComputation(JournalLines journal, AccountStore store) {
        this.journal = journal;
        this.store = store;
    }

    /** Computes a year anew; what the earlier years that are frozen do not count is in it. */
    public void all(UUID cooperativeId, BookYear year, List<Integer> closedBefore, AccountSink to) {
        var openFrom = year.openFrom(closedBefore);
        compute(cooperativeId, year, openFrom, closedBefore, false, to);
    }

    /** Computes a frozen year anew from those entries of the journal that it counts. */
    void allFrozen(UUID cooperativeId, BookYear year, List<Integer> closedBefore, AccountSink to) {
        var years = new ArrayList<>(closedBefore);
        years.add(year.year());
        compute(cooperativeId, year, year.from(), years, true, to);
    }

    private void compute(
            UUID cooperativeId,
            BookYear year,
            Instant openFrom,
            List<Integer> frozenYears,
            boolean onlyFrozen,
            AccountSink to) {
        try (var frozen = new FrozenEntries(store, cooperativeId, frozenYears)) {
            var grouping =
                    new MemberGrouping(cooperativeId, year, openFrom, onlyFrozen, frozen, to);
            journal.byMember(cooperativeId, year.until(), grouping::add);
            grouping.finish();
        }
    }

    /** One member's account of an open year as of now; empty where there is nothing. */
    public Optional<MemberAccount> ofMember(
            UUID cooperativeId, UUID memberId, BookYear year, List<Integer> closedBefore) {
        var before = new HashSet<UUID>();
        for (var earlier : closedBefore) {
            store.find(cooperativeId, earlier, memberId)
                    .ifPresent(account -> before.addAll(account.entries()));
        }
        var lines = journal.ofMember(cooperativeId, memberId, year.until());
        var openFrom = year.openFrom(closedBefore);
        return Optional.of(MemberAccount.of(cooperativeId, memberId, year, openFrom, lines, before))
                .filter(account -> !account.isEmpty());
    }
}
