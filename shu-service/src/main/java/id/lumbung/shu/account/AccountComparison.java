package id.lumbung.shu.account;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import id.lumbung.shu.bookyear.BookYear;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Computes a frozen year from zero and compares each account with the stored one, to the byte. */
@Component
public final class AccountComparison {

    /** Named one by one where accounts do not agree with the journal. */
    private static final int MAX_DIFFERENCES = 100;

    private static final int BATCH_SIZE = 500;

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
        var members = new Side(store.accounts());
        var days = new Side(store.passersBy());
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
                        days.add(cooperativeId, AccountDocuments.document(day, run));
                    }
                });
        members.finish(cooperativeId, store.inForce(cooperativeId, year.year()));
        days.finish(cooperativeId, store.inForce(cooperativeId, year.year()));
        return new Outcome(
                members.computed + days.computed,
                Stream.concat(members.differing.stream(), days.differing.stream())
                        .distinct()
                        .limit(MAX_DIFFERENCES)
                        .toList());
    }

    private record Computed(UUID owner, Document document) {}

    /** Compares computed documents with stored ones, some at a time. */
    private static final class Side {
        private final MongoCollection<Document> stored;
        private final Map<UUID, Computed> batch = new HashMap<>();
        private final Set<UUID> differing = new LinkedHashSet<>();
        private long computed;

        Side(MongoCollection<Document> stored) {
            this.stored = stored;
        }

        void add(UUID owner, Document document) {
            computed++;
            batch.put(document.get("_id", UUID.class), new Computed(owner, document));
            if (batch.size() == BATCH_SIZE) {
                compare();
            }
        }

        private void compare() {
            for (var document : stored.find(in("_id", batch.keySet()))) {
                var id = document.get("_id", UUID.class);
                var ours = batch.get(id);
                if (ours != null && document.equals(ours.document())) {
                    var _ = batch.remove(id);
                }
            }
            for (var left : batch.values()) {
                if (differing.size() < MAX_DIFFERENCES) {
                    var _ = differing.add(left.owner());
                }
            }
            batch.clear();
        }

        /** What is stored beyond what was computed differs, too. */
        void finish(UUID cooperativeId, Bson inForce) {
            compare();
            var count = 0L;
            for (var _ : stored.find(inForce).projection(Projections.include("_id"))) {
                count++;
            }
            if (count != computed) {
                var _ = differing.add(cooperativeId);
            }
        }
    }
}
