package id.lumbung.shu.account;

import id.lumbung.shu.bookyear.BookYear;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Freezes the accounts of a year whose books are closing.
 *
 * <p>Writes one account for each member and one line a day for passers-by, each with the ids of the
 * entries it counts, under an id made from member and year: whoever freezes again, after a crash or
 * at the same time, writes what is missing and changes nothing. What an account does not name was
 * not counted, so an entry that comes while the freezing goes on is either in or late, and never
 * lost: the next year counts it.
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
     * Does again only what is not done yet.
     *
     * @param closedBefore earlier years that are frozen
     * @param stillOpen throws where somebody else has finished the freezing: what came since is
     *     late and must not be added any more
     */
    public void freeze(
            UUID cooperativeId, BookYear year, List<Integer> closedBefore, Runnable stillOpen) {
        try (var members = new BatchInsert(store.accounts(), stillOpen);
                var days = new BatchInsert(store.passersBy(), stillOpen)) {
            computation.all(
                    cooperativeId,
                    year,
                    closedBefore,
                    new AccountSink() {
                        @Override
                        public void member(MemberAccount account) {
                            members.add(AccountDocuments.document(account));
                        }

                        @Override
                        public void passersBy(PassersByDay day) {
                            days.add(AccountDocuments.document(day));
                        }
                    });
        }
    }
}
