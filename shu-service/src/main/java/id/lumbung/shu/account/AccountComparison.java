package id.lumbung.shu.account;

import id.lumbung.shu.bookyear.BookYear;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Computes a frozen year from zero and compares each account with the stored one, to the byte. */
@Component
public final class AccountComparison {

    private final AccountComputation computation;
    private final AccountStore store;

    AccountComparison(AccountComputation computation, AccountStore store) {
        this.computation = computation;
        this.store = store;
    }

    /**
     * @param accounts how many were computed, days of passers-by among them
     * @param differences whose account is not what the journal gives, or is missing; no more than
     *     100. A cooperative's own id stands for its passers-by.
     */
    public record Outcome(long accounts, List<UUID> differences) {}

    public Outcome compare(UUID cooperativeId, BookYear year, List<Integer> closedBefore) {
        var run = store.runInForce(cooperativeId, year.year());
        var members = new AccountBatches(store.accounts());
        var days = new AccountBatches(store.passersBy());
        computation.allFrozen(
                cooperativeId,
                year,
                closedBefore,
                new AccountSink() {
                    @Override
                    public void member(MemberAccount account) {
                        members.add(account.memberId(), AccountDocuments.document(account, run));
                    }

                    @Override
                    public void passersBy(PassersByDay day) {
                        days.add(cooperativeId, PassersByDocuments.document(day, run));
                    }
                });
        members.finish(cooperativeId, store.inForce(cooperativeId, year.year()));
        days.finish(cooperativeId, store.inForce(cooperativeId, year.year()));
        return new Outcome(
                members.computed() + days.computed(),
                Stream.concat(members.differing().stream(), days.differing().stream())
                        .distinct()
                        .limit(AccountBatches.MAX_DIFFERENCES)
                        .toList());
    }
}
