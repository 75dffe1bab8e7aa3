package id.lumbung.shu.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.problem.Refusal;
import id.lumbung.shu.journal.Journal;
import id.lumbung.shu.journal.Journal.Line;
import id.lumbung.shu.bookyear.BookYear;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The accounts of book years: reckoned from the journal for a year that is open, frozen for one
 * whose books are closed.
 *
 * <p>Freezing writes one account per member, and one line per day for passers-by, each with the ids
 * of the entries it counts, under an id made from member and year: whoever freezes again, after a
 * crash or at the same time, writes what is missing and changes nothing. What an account does not
 * name was not counted, so an entry that comes while the freezing goes on is either in or late, and
 * never lost: the next year counts it. Memory holds one member, or one day, at a time.
 */
@Component
public final class AccountStore {

    /** Of one member, or of all passers-by on one day, in one year; more is no village's. */
    public static final int MOST_ENTRIES = 200_000;

    /** Named one by one where accounts do not agree with the journal. */
    public static final int MOST_DIFFERENCES = 100;

    private static final int BATCH = 500;
    private static final int READ_AHEAD = 1_000;
    private static final Bson WITHOUT_ENTRIES = Projections.exclude("entries");

    private final Journal journal;
    private final MongoCollection<Document> accounts;
    private final MongoCollection<Document> passersBy;

    enum Rule implements Refusal.Rule {
        TOO_MANY_ENTRIES
    }

    AccountStore(Journal journal, MongoOperations mongo) {
        var safely = WriteConcern.MAJORITY.withJournal(true);
        this.journal = journal;
        this.accounts = mongo.getCollection("memberAccounts").withWriteConcern(safely);
        this.passersBy = mongo.getCollection("passersBy").withWriteConcern(safely);
        var _ = accounts.createIndex(Indexes.ascending("cooperativeId", "bookYear", "memberId"));
        var _ = passersBy.createIndex(Indexes.ascending("cooperativeId", "bookYear", "day"));
    }

    /** Takes accounts as they are reckoned, members in the order of their ids. */
    public interface Sink {
        void member(MemberAccount account);

        void passersBy(PassersByDay day);
    }

    /**
     * Freezes a year; does again only what is not done yet.
     *
     * @param closedBefore earlier years that are frozen
     * @param stillOpen throws where somebody else has finished the freezing: what came since is
     *     late and must not be added any more
     */
    public void freeze(
            UUID cooperativeId, BookYear year, List<Integer> closedBefore, Runnable stillOpen) {
        try (var members = new Batches(accounts, stillOpen);
                var days = new Batches(passersBy, stillOpen)) {
            reckon(
                    cooperativeId,
                    year,
                    closedBefore,
                    new Sink() {
                        @Override
                        public void member(MemberAccount account) {
                            members.add(document(account));
                        }

                        @Override
                        public void passersBy(PassersByDay day) {
                            days.add(document(day));
                        }
                    });
        }
    }

    /** Reckons a year anew from all of the journal; what was not counted before is in it. */
    public void reckon(UUID cooperativeId, BookYear year, List<Integer> closedBefore, Sink sink) {
        walk(cooperativeId, year, closedBefore, false, sink);
    }

    /** Reckons a frozen year anew from those entries of the journal that it counts. */
    public void reckonFrozen(
            UUID cooperativeId, BookYear year, List<Integer> closedBefore, Sink sink) {
        walk(cooperativeId, year, closedBefore, true, sink);
    }

    /** One member's account of an open year, reckoned now; null where there is nothing. */
    public @Nullable MemberAccount reckon(
            UUID cooperativeId, UUID memberId, BookYear year, List<Integer> closedBefore) {
        var before = new HashSet<UUID>();
        for (var earlier : closedBefore) {
            find(cooperativeId, earlier, memberId)
                    .ifPresent(account -> before.addAll(account.entries()));
        }
        var account =
                MemberAccount.of(
                        cooperativeId,
                        memberId,
                        year,
                        journal.linesOf(cooperativeId, memberId, year.until()),
                        before);
        return account.isEmpty() ? null : account;
    }

    private void walk(
            UUID cooperativeId,
            BookYear year,
            List<Integer> closedBefore,
            boolean onlyFrozen,
            Sink sink) {
        var known = new ArrayList<>(closedBefore);
        if (onlyFrozen) {
            known.add(year.year());
        }
        try (var counted = new Counted(cooperativeId, known)) {
            var walker = new Walker(cooperativeId, year, onlyFrozen, counted, sink);
            journal.linesByMember(cooperativeId, year.until(), walker::add);
            walker.finish();
        }
    }

    /** Gathers lines until the next member, or the next day of passers-by, begins. */
    private static final class Walker {
        private final UUID cooperativeId;
        private final BookYear year;
        private final boolean onlyFrozen;
        private final Counted counted;
        private final Sink sink;
        private final List<Line> lines = new ArrayList<>();
        private @Nullable UUID member;
        private @Nullable LocalDate day;
        private long dayUntil = Long.MIN_VALUE;

        Walker(UUID cooperativeId, BookYear year, boolean onlyFrozen, Counted counted, Sink sink) {
            this.cooperativeId = cooperativeId;
            this.year = year;
            this.onlyFrozen = onlyFrozen;
            this.counted = counted;
            this.sink = sink;
        }

        void add(Line line) {
            var id = line.memberId();
            if (id == null) {
                if (!line.kind().isBusiness()) {
                    return;
                }
                if (line.at() >= dayUntil) {
                    finish();
                    var begun = year.date(Instant.ofEpochMilli(line.at()));
                    day = begun;
                    dayUntil =
                            begun.plusDays(1).atStartOfDay(year.zone()).toInstant().toEpochMilli();
                }
            } else if (!id.equals(member)) {
                finish();
                day = null;
                member = id;
            }
            if (lines.size() == MOST_ENTRIES) {
                throw new Refusal(
                        Rule.TOO_MANY_ENTRIES,
                        "%s has more than %d entries; that is more than one account takes."
                                .formatted(
                                        id == null
                                                ? "The day %s of passers-by".formatted(day)
                                                : "The member " + id,
                                        MOST_ENTRIES));
            }
            lines.add(line);
        }

        void finish() {
            if (!lines.isEmpty()) {
                if (member != null) {
                    finishMember(member);
                } else if (day != null) {
                    finishDay(day);
                }
            }
            lines.clear();
        }

        private void finishMember(UUID memberId) {
            var before = new HashSet<UUID>();
            var own = new HashSet<UUID>();
            counted.ofMember(memberId, year.year(), before, own);
            var account =
                    MemberAccount.of(
                            cooperativeId,
                            memberId,
                            year,
                            onlyFrozen
                                    ? lines.stream()
                                            .filter(line ->
                                                    before.contains(line.id())
                                                            || own.contains(line.id()))
                                            .toList()
                                    : lines,
                            before);
            if (!account.isEmpty()) {
                sink.member(account);
            }
        }

        private void finishDay(LocalDate day) {
            var before = new HashSet<UUID>();
            var own = new HashSet<UUID>();
            if (onlyFrozen || day.getYear() < year.year()) {
                counted.ofDay(day, year.year(), before, own);
            }
            var sum = 0L;
            var ids = new ArrayList<UUID>(lines.size());
            lines.sort(Comparator.comparingLong(Line::at).thenComparing(Line::id));
            for (var line : lines) {
                if (!before.contains(line.id()) && (!onlyFrozen || own.contains(line.id()))) {
                    sum = Math.addExact(sum, line.amount());
                    ids.add(line.id());
                }
            }
            if (!ids.isEmpty()) {
                sink.passersBy(new PassersByDay(cooperativeId, year.year(), day, sum, ids));
            }
        }
    }

    /** Which entries frozen years count; read beside the journal, member by member. */
    private final class Counted implements AutoCloseable {
        private final UUID cooperativeId;
        private final List<Integer> years;
        private final List<Ahead> cursors = new ArrayList<>();

        Counted(UUID cooperativeId, List<Integer> years) {
            this.cooperativeId = cooperativeId;
            this.years = List.copyOf(years);
            for (var year : years) {
                cursors.add(
                        new Ahead(
                                year,
                                accounts.find(ofYear(cooperativeId, year))
                                        .sort(Sorts.ascending("memberId"))
                                        .projection(Projections.include("memberId", "entries"))
                                        .batchSize(READ_AHEAD)
                                        .iterator()));
            }
        }

        void ofMember(UUID memberId, int year, Collection<UUID> before, Collection<UUID> own) {
            for (var cursor : cursors) {
                var ids = cursor.entriesOf(memberId);
                (cursor.year == year ? own : before).addAll(ids);
            }
        }

        void ofDay(LocalDate day, int year, Set<UUID> before, Set<UUID> own) {
            for (var frozen : years) {
                if (frozen >= day.getYear()) {
                    var found = passersBy.find(eq("_id", id(cooperativeId, frozen, day))).first();
                    if (found != null) {
                        (frozen == year ? own : before).addAll(ids(found));
                    }
                }
            }
        }

        @Override
        public void close() {
            cursors.forEach(cursor -> cursor.documents.close());
        }
    }

    /** A year's accounts in the order of members, one read ahead. */
    private static final class Ahead {
        private final int year;
        private final MongoCursor<Document> documents;
        private @Nullable Document next;

        Ahead(int year, MongoCursor<Document> documents) {
            this.year = year;
            this.documents = documents;
            advance();
        }

        private void advance() {
            next = documents.hasNext() ? documents.next() : null;
        }

        List<UUID> entriesOf(UUID memberId) {
            while (next != null
                    && inDatabaseOrder(next.get("memberId", UUID.class), memberId) < 0) {
                advance();
            }
            return next != null && memberId.equals(next.get("memberId", UUID.class))
                    ? ids(next)
                    : List.of();
        }
    }

    /** By bytes without sign, as every MongoDB sorts UUIDs. */
    static int inDatabaseOrder(UUID one, UUID other) {
        var high =
                Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    /** Inserts some at a time; one that stands already stays as it is. */
    private static final class Batches implements AutoCloseable {
        private final MongoCollection<Document> target;
        private final Runnable stillOpen;
        private final List<Document> batch = new ArrayList<>(BATCH);

        Batches(MongoCollection<Document> target, Runnable stillOpen) {
            this.target = target;
            this.stillOpen = stillOpen;
        }

        void add(Document document) {
            batch.add(document);
            if (batch.size() == BATCH) {
                write();
            }
        }

        private void write() {
            stillOpen.run();
            try {
                var _ = target.insertMany(batch, new InsertManyOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                if (e.getWriteConcernError() != null
                        || e.getWriteErrors().stream()
                                .anyMatch(error ->
                                        error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                    throw e;
                }
            }
            batch.clear();
        }

        @Override
        public void close() {
            if (!batch.isEmpty()) {
                write();
            }
        }
    }

    /** A frozen account with the ids of its entries. */
    public Optional<MemberAccount> find(UUID cooperativeId, int year, UUID memberId) {
        return Optional.ofNullable(
                        accounts.find(eq("_id", id(cooperativeId, year, memberId))).first())
                .map(AccountStore::account);
    }

    /** A frozen year's accounts, without their entries' ids, members in the order of their ids. */
    public void each(UUID cooperativeId, int year, Consumer<MemberAccount> to) {
        accounts.find(ofYear(cooperativeId, year))
                .sort(Sorts.ascending("memberId"))
                .projection(WITHOUT_ENTRIES)
                .batchSize(READ_AHEAD)
                .map(AccountStore::account)
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
        return found.map(AccountStore::account).into(new ArrayList<>());
    }

    private FindIterable<Document> members(
            UUID cooperativeId, int year, @Nullable UUID after, int limit) {
        var ofYear = ofYear(cooperativeId, year);
        return accounts.find(after == null ? ofYear : and(ofYear, gt("memberId", after)))
                .sort(Sorts.ascending("memberId"))
                .limit(limit);
    }

    /** All of a frozen year, with the ids of its entries. */
    public void eachFrozen(UUID cooperativeId, int year, Sink sink) {
        accounts.find(ofYear(cooperativeId, year))
                .sort(Sorts.ascending("memberId"))
                .batchSize(READ_AHEAD)
                .map(AccountStore::account)
                .forEach(sink::member);
        eachDay(cooperativeId, year, sink::passersBy);
    }

    /**
     * @param accounts how many were reckoned, days of passers-by among them
     * @param differences whose account is not what the journal gives, or is missing; no more than
     *     {@link #MOST_DIFFERENCES}. A cooperative's own id stands for its passers-by.
     */
    public record Comparison(long accounts, List<UUID> differences) {}

    /** Reckons a frozen year from zero and compares each account with the one kept, to the byte. */
    public Comparison compareFrozen(UUID cooperativeId, BookYear year, List<Integer> closedBefore) {
        var members = new Compared(accounts);
        var days = new Compared(passersBy);
        reckonFrozen(
                cooperativeId,
                year,
                closedBefore,
                new Sink() {
                    @Override
                    public void member(MemberAccount account) {
                        members.add(account.memberId(), document(account));
                    }

                    @Override
                    public void passersBy(PassersByDay day) {
                        days.add(cooperativeId, document(day));
                    }
                });
        members.finish(cooperativeId, year.year());
        days.finish(cooperativeId, year.year());
        return new Comparison(
                members.reckoned + days.reckoned,
                Stream.concat(members.differing.stream(), days.differing.stream())
                        .distinct()
                        .limit(MOST_DIFFERENCES)
                        .toList());
    }

    /** Compares reckoned documents with kept ones, some at a time. */
    private static final class Compared {
        private final MongoCollection<Document> kept;
        private final Map<UUID, Document> batch = new HashMap<>();
        private final Map<UUID, UUID> whose = new HashMap<>();
        private final Set<UUID> differing = new LinkedHashSet<>();
        private long reckoned;

        Compared(MongoCollection<Document> kept) {
            this.kept = kept;
        }

        void add(UUID whose, Document document) {
            reckoned++;
            var id = document.get("_id", UUID.class);
            batch.put(id, document);
            this.whose.put(id, whose);
            if (batch.size() == BATCH) {
                compare();
            }
        }

        private void compare() {
            for (var document : kept.find(in("_id", batch.keySet()))) {
                var id = document.get("_id", UUID.class);
                if (document.equals(batch.get(id))) {
                    var _ = batch.remove(id);
                }
            }
            batch.keySet()
                    .forEach(id -> {
                        if (differing.size() < MOST_DIFFERENCES) {
                            var _ = differing.add(Objects.requireNonNull(whose.get(id)));
                        }
                    });
            batch.clear();
            whose.clear();
        }

        /** What is kept beyond what was reckoned differs, too. */
        void finish(UUID cooperativeId, int year) {
            compare();
            var count = 0L;
            for (var _ :
                    kept.find(ofYear(cooperativeId, year)).projection(Projections.include("_id"))) {
                count++;
            }
            if (count != reckoned) {
                var _ = differing.add(cooperativeId);
            }
        }
    }

    /** What a frozen year counts of passers-by, day by day. */
    public void eachDay(UUID cooperativeId, int year, Consumer<PassersByDay> to) {
        passersBy
                .find(ofYear(cooperativeId, year))
                .sort(Sorts.ascending("day"))
                .map(AccountStore::day)
                .forEach(to);
    }

    private static Bson ofYear(UUID cooperativeId, int year) {
        return and(eq("cooperativeId", cooperativeId), eq("bookYear", year));
    }

    private static UUID id(UUID cooperativeId, int year, UUID memberId) {
        return EventId.of(memberId, "account/%s/%d".formatted(cooperativeId, year));
    }

    private static UUID id(UUID cooperativeId, int year, LocalDate day) {
        return EventId.of(cooperativeId, "passers-by/%d/%s".formatted(year, day));
    }

    static Document document(MemberAccount account) {
        var business = account.business();
        var document =
                new Document(
                                "_id",
                                id(account.cooperativeId(), account.bookYear(), account.memberId()))
                        .append("cooperativeId", account.cooperativeId())
                        .append("bookYear", account.bookYear())
                        .append("memberId", account.memberId())
                        .append("days", account.days())
                        .append(
                                "business",
                                new Document("inYear", business.inYear())
                                        .append("beforeJoining", business.beforeJoining())
                                        .append("afterLeaving", business.afterLeaving())
                                        .append("adjustments", business.adjustments()));
        if (account.kind() != null) {
            document.put("kind", account.kind().name());
        }
        put(document, "joinedOn", account.joinedOn());
        put(document, "leftOn", account.leftOn());
        put(document, "lastMandatoryOn", account.lastMandatoryOn());
        var savings = new Document();
        account.savings()
                .forEach((kind, saving) -> {
                    if (!saving.isNothing()) {
                        savings.put(
                                kind.name(),
                                new Document("opening", saving.opening())
                                        .append("paidIn", saving.paidIn())
                                        .append("takenOut", saving.takenOut())
                                        .append("closing", saving.closing())
                                        .append("rupiahDays", saving.rupiahDays()));
                    }
                });
        document.put("savings", savings);
        document.put("entries", bytes(account.entries()));
        return document;
    }

    private static void put(Document document, String field, @Nullable LocalDate date) {
        if (date != null) {
            document.put(field, date.toString());
        }
    }

    private static MemberAccount account(Document document) {
        var business = document.get("business", Document.class);
        var kind = document.getString("kind");
        var kept = document.get("savings", Document.class);
        Map<SavingsKind, MemberAccount.Savings> savings = new EnumMap<>(SavingsKind.class);
        for (var each : SavingsKind.values()) {
            var saving = kept.get(each.name(), Document.class);
            savings.put(
                    each,
                    saving == null
                            ? MemberAccount.Savings.NONE
                            : new MemberAccount.Savings(
                                    saving.getLong("opening"),
                                    saving.getLong("paidIn"),
                                    saving.getLong("takenOut"),
                                    saving.getLong("closing"),
                                    saving.getLong("rupiahDays")));
        }
        return new MemberAccount(
                document.get("cooperativeId", UUID.class),
                document.getInteger("bookYear"),
                document.get("memberId", UUID.class),
                kind == null ? null : Event.MemberKind.valueOf(kind),
                date(document, "joinedOn"),
                date(document, "leftOn"),
                document.getInteger("days"),
                new MemberAccount.Business(
                        business.getLong("inYear"),
                        business.getLong("beforeJoining"),
                        business.getLong("afterLeaving"),
                        business.getLong("adjustments")),
                savings,
                date(document, "lastMandatoryOn"),
                document.containsKey("entries") ? ids(document) : List.of());
    }

    private static @Nullable LocalDate date(Document document, String field) {
        var text = document.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }

    private static Document document(PassersByDay day) {
        return new Document("_id", id(day.cooperativeId(), day.bookYear(), day.day()))
                .append("cooperativeId", day.cooperativeId())
                .append("bookYear", day.bookYear())
                .append("day", day.day().toString())
                .append("business", day.business())
                .append("entries", bytes(day.entries()));
    }

    private static PassersByDay day(Document document) {
        return new PassersByDay(
                document.get("cooperativeId", UUID.class),
                document.getInteger("bookYear"),
                LocalDate.parse(document.getString("day")),
                document.getLong("business"),
                ids(document));
    }

    /** Sixteen bytes an id: a year of a member is one small document. */
    private static Binary bytes(List<UUID> ids) {
        var bytes = ByteBuffer.allocate(16 * ids.size());
        for (var id : ids) {
            var _ =
                    bytes.putLong(id.getMostSignificantBits())
                            .putLong(id.getLeastSignificantBits());
        }
        return new Binary(bytes.array());
    }

    private static List<UUID> ids(Document document) {
        var bytes = ByteBuffer.wrap(document.get("entries", Binary.class).getData());
        var ids = new ArrayList<UUID>(bytes.remaining() / 16);
        while (bytes.hasRemaining()) {
            ids.add(new UUID(bytes.getLong(), bytes.getLong()));
        }
        return ids;
    }
}
