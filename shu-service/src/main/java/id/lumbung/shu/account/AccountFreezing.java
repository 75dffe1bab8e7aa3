package id.lumbung.shu.account;

import id.lumbung.shu.bookyear.BookYear;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Freezes the accounts of a year whose books are closing.
 *
 * <p>Writes one account for each member and one line a day for passers-by, each with the ids of the
 * entries it counts. Each run writes its own, and the closing names the run that counts: one that
 * stalls, and goes on after the year was closed by another or opened again, changes nothing. What
 * an account does not name was not counted, so an entry that comes while the freezing goes on is
 * either in or late, and never lost: the next year counts it.
 */
@Component
public final class AccountFreezing {

    private final AccountComputation computation;
    private final AccountStore store;

    AccountFreezing(AccountComputation computation, AccountStore store) {
        this.computation = computation;
        this.store = store;
    }

    /**
     * @param closedBefore earlier years that are frozen
     * @param alsoTo is given each account that was handed over to be written; all of them are
     *     written when this returns
     * @return the run, for the closing to name
     */
    public UUID freeze(
            UUID cooperativeId, BookYear year, List<Integer> closedBefore, AccountSink alsoTo) {
        var run = UUID.randomUUID();
        try (var members = new BatchInsert(store.accounts());
                var days = new BatchInsert(store.passersBy())) {
            computation.all(
                    cooperativeId,
                    year,
                    closedBefore,
                    new AccountSink() {
                        @Override
                        public void member(MemberAccount account) {
                            members.add(AccountDocuments.document(account, run));
                            alsoTo.member(account);
                        }

                        @Override
                        public void passersBy(PassersByDay day) {
                            days.add(PassersByDocuments.document(day, run));
                            alsoTo.passersBy(day);
                        }
                    });
        }
        return run;
    }
}
