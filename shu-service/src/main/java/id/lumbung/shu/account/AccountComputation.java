package id.lumbung.shu.account;

import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.journal.Journal;
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

    private final Journal journal;
    private final AccountStore store;

    AccountComputation(Journal journal, AccountStore store) {
        this.journal = journal;
        this.store = store;
    }

    /**
     * Computes a year anew from all of the journal; what was not counted before is in it.
     *
     * @param closedBefore earlier years that are frozen
     */
    public void all(UUID cooperativeId, BookYear year, List<Integer> closedBefore, AccountSink to) {
        compute(cooperativeId, year, closedBefore, false, to);
    }

    /** Computes a frozen year anew from those entries of the journal that it counts. */
    void allFrozen(UUID cooperativeId, BookYear year, List<Integer> closedBefore, AccountSink to) {
        var years = new ArrayList<>(closedBefore);
        years.add(year.year());
        compute(cooperativeId, year, years, true, to);
    }

    private void compute(
            UUID cooperativeId,
            BookYear year,
            List<Integer> frozenYears,
            boolean onlyFrozen,
            AccountSink to) {
        try (var frozen = new FrozenEntries(store, cooperativeId, frozenYears)) {
            var grouping = new MemberGrouping(cooperativeId, year, onlyFrozen, frozen, to);
            journal.linesByMember(cooperativeId, year.until(), grouping::add);
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
        var lines = journal.linesOf(cooperativeId, memberId, year.until());
        return Optional.of(MemberAccount.of(cooperativeId, memberId, year, lines, before))
                .filter(account -> !account.isEmpty());
    }
}
