package id.lumbung.shu.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The frozen accounts of years whose books are closed: one for each member, and one line a day for
 * passers-by, each with the ids of the entries it counts. Nothing here is ever changed; a year
 * whose closing is taken back is forgotten as a whole.
 */
@Component
public final class AccountStore {

    static final int READ_AHEAD = 1_000;

    private static final Bson WITHOUT_ENTRIES = Projections.exclude("entries");

    private final MongoCollection<Document> accounts;
    private final MongoCollection<Document> passersBy;
    private final FrozenRuns runs;

    AccountStore(MongoOperations mongo, FrozenRuns runs) {
        this.runs = runs;
        this.accounts = mongo.getCollection("memberAccounts");
        this.passersBy = mongo.getCollection("passersBy");
        var _ = accounts.createIndex(Indexes.ascending("cooperativeId", "bookYear", "memberId"));
        var _ = passersBy.createIndex(Indexes.ascending("cooperativeId", "bookYear", "day"));
    }

    MongoCollection<Document> accounts() {
        return accounts;
    }

    MongoCollection<Document> passersBy() {
        return passersBy;
    }

    /** A frozen account with the ids of its entries. */
    public Optional<MemberAccount> find(UUID cooperativeId, int year, UUID memberId) {
        var theirs = and(inForce(cooperativeId, year), eq("memberId", memberId));
        return Optional.ofNullable(accounts.find(theirs).first()).map(StoredAccounts::account);
    }

    /** What a frozen year counts of passers-by, days in their order. */
    FindIterable<Document> entriesByDay(UUID cooperativeId, int year) {
        return passersBy
                .find(inForce(cooperativeId, year))
                .sort(Sorts.ascending("day"))
                .projection(Projections.include("day", "entries"))
                .batchSize(READ_AHEAD);
    }

    /** A year's accounts with nothing but member and entries, members in the order of their ids. */
    FindIterable<Document> entriesByMember(UUID cooperativeId, int year) {
        return accounts.find(inForce(cooperativeId, year))
                .sort(Sorts.ascending("memberId"))
                .projection(Projections.include("memberId", "entries"))
                .batchSize(READ_AHEAD);
    }

    /** A frozen year's accounts, without their entries' ids, members in the order of their ids. */
    public void each(UUID cooperativeId, int year, Consumer<MemberAccount> to) {
        accounts.find(inForce(cooperativeId, year))
                .sort(Sorts.ascending("memberId"))
                .projection(WITHOUT_ENTRIES)
                .batchSize(READ_AHEAD)
                .map(StoredAccounts::account)
                .forEach(to);
    }

    /**
     * A page of them.
     *
     * @param after the last member of the page before
     */
    public List<MemberAccount> page(UUID cooperativeId, int year, @Nullable UUID after, int limit) {
        return read(members(cooperativeId, year, after, limit).projection(WITHOUT_ENTRIES));
    }

    /** A page of them with the ids of their entries. */
    public List<MemberAccount> pageWithEntries(
            UUID cooperativeId, int year, @Nullable UUID after, int limit) {
        return read(members(cooperativeId, year, after, limit));
    }

    private static List<MemberAccount> read(FindIterable<Document> found) {
        return found.map(StoredAccounts::account).into(new ArrayList<>());
    }

    private FindIterable<Document> members(
            UUID cooperativeId, int year, @Nullable UUID after, int limit) {
        var ofYear = inForce(cooperativeId, year);
        return accounts.find(after == null ? ofYear : and(ofYear, gt("memberId", after)))
                .sort(Sorts.ascending("memberId"))
                .limit(limit);
    }

    /** All that a run of the freezing wrote, with the ids of its entries. */
    public void eachFrozen(UUID cooperativeId, int year, @Nullable UUID run, AccountSink sink) {
        accounts.find(ofRun(cooperativeId, year, run))
                .sort(Sorts.ascending("memberId"))
                .batchSize(READ_AHEAD)
                .map(StoredAccounts::account)
                .forEach(sink::member);
        eachDay(ofRun(cooperativeId, year, run), sink::passersBy);
    }

    /** What a frozen year counts of passers-by, day by day. */
    public void eachDay(UUID cooperativeId, int year, Consumer<PassersByDay> to) {
        eachDay(inForce(cooperativeId, year), to);
    }

    private void eachDay(Bson which, Consumer<PassersByDay> to) {
        passersBy.find(which).sort(Sorts.ascending("day")).map(PassersByDocuments::day).forEach(to);
    }

    /** Forgets what a run wrote that does not count any more, and no other run's. */
    public void forget(UUID cooperativeId, int year, UUID run) {
        if (!run.equals(runs.run(cooperativeId, year))) {
            var _ = accounts.deleteMany(ofRun(cooperativeId, year, run));
            var _ = passersBy.deleteMany(ofRun(cooperativeId, year, run));
        }
    }

    /**
     * Forgets what runs left that died before they could close a year, once it cannot be opened
     * again. What one writes that wakes after this counts for nothing and stays.
     */
    public void forgetAllButInForce(UUID cooperativeId, int year) {
        var run = runs.run(cooperativeId, year);
        if (run != null) {
            var others =
                    and(
                            eq("cooperativeId", cooperativeId),
                            eq("bookYear", year),
                            ne(AccountDocuments.RUN, run));
            var _ = accounts.deleteMany(others);
            var _ = passersBy.deleteMany(others);
        }
    }

    /** What counts of a frozen year; nothing while its books are open. */
    Bson inForce(UUID cooperativeId, int year) {
        return ofRun(cooperativeId, year, runs.run(cooperativeId, year));
    }

    /** The run that counts; one that nobody made while the books are open. */
    UUID runInForce(UUID cooperativeId, int year) {
        return Objects.requireNonNullElseGet(runs.run(cooperativeId, year), UUID::randomUUID);
    }

    private static Bson ofRun(UUID cooperativeId, int year, @Nullable UUID run) {
        return and(
                eq("cooperativeId", cooperativeId),
                eq("bookYear", year),
                eq(AccountDocuments.RUN, run));
    }
}
