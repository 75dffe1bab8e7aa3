package id.lumbung.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/**
 * What must not grow with the journal: a member's year, a board's page of entries, and a sweep over
 * an outbox with nothing pending, among few entries and among many.
 */
record ReadsBench() implements Benchmark {

    private static final int FEW = 10_000;
    private static final int BATCH = 1_000;
    private static final int MEMBERS = 500;

    /** Milliseconds of each. */
    private record Times(double memberYear, double page, double sweep) {}

    @Override
    public void run(Bench bench) {
        var many = bench.quick() ? 100_000 : 1_000_000;
        bench.onStack(stack -> {
            var cooperative = UUID.randomUUID();
            try (var mongo = Databases.connect(stack.mongodb());
                    var callers = Callers.ofStack(stack.gateway(), stack.data())) {
                register(callers, cooperative);
                new JournalCount(stack).await(1);
                var journal = journal(mongo);
                var _ = journal.createIndex(new Document("outboxDue", 1));
                fill(journal, cooperative, 0, FEW);
                var few = times(stack, callers, journal, cooperative);
                bench.say("filling the journal with %,d entries".formatted(many));
                fill(journal, cooperative, FEW, many);
                report(bench, times(stack, callers, journal, cooperative), few, many);
            }
        });
    }

    private static void register(Callers callers, UUID cooperative) {
        callers.operator()
                .put(
                        "/api/membership/cooperatives/" + cooperative,
                        Map.of(
                                "name", "KDMP Tambong",
                                "villageCode", "35.10.14.2014",
                                "kind", "VILLAGE",
                                "zone", "WIB"));
    }

    private static MongoCollection<Document> journal(MongoClient mongo) {
        return mongo.getDatabase("shu").getCollection("journal");
    }

    /** The first few are of some members each; all that follow are of others. */
    private static void fill(
            MongoCollection<Document> journal, UUID cooperative, int from, int until) {
        for (var first = from; first < until; first += BATCH) {
            var documents = new ArrayList<Document>(BATCH);
            for (var i = first; i < Math.min(until, first + BATCH); i++) {
                documents.add(entry(cooperative, i, i < FEW ? i % MEMBERS : MEMBERS + i % 5_000));
            }
            var _ = journal.insertMany(documents, new InsertManyOptions().ordered(false));
        }
    }

    private static Document entry(UUID cooperative, int i, int member) {
        var at = Instant.ofEpochMilli(1_760_000_000_000L + i * 7L);
        var id =
                new UUID(
                        (at.toEpochMilli() << 16) | 0x7000L,
                        0x8000_0000_0000_0000L
                                | (cooperative.getLeastSignificantBits() >>> 32 << 24)
                                | i);
        return new Document("_id", id)
                .append("kind", "SALE")
                .append("cooperativeId", cooperative)
                .append("outletId", cooperative)
                .append("memberId", member(cooperative, member))
                .append("factId", id)
                .append("amount", 1_000L + i % 9_000)
                .append("at", Date.from(at))
                .append("countsAt", Date.from(at))
                .append("recordedAt", Date.from(at));
    }

    private static UUID member(UUID cooperative, int member) {
        return new UUID(cooperative.getMostSignificantBits(), 0x8000_0000_0000_0000L | member);
    }

    private static Times times(
            Stack stack, Callers callers, MongoCollection<Document> journal, UUID cooperative) {
        var reads = new Reads();
        var years = stack.url(StackPart.SHU) + "/cooperatives/" + cooperative;
        var board = callers.boardLogin(cooperative);
        var member = "/members/%s/years/2025".formatted(member(cooperative, 7));
        return new Times(
                reads.median(years + member, board),
                reads.median(years + "/years/2025/entries?limit=100", board),
                Reads.median(() -> sweep(journal)));
    }

    private static void sweep(MongoCollection<Document> outbox) {
        var _ =
                outbox.find(Filters.lte("outboxDue", Date.from(Instant.now())))
                        .sort(new Document("outboxDue", 1))
                        .limit(500)
                        .first();
    }

    private static void report(Bench bench, Times among, Times few, int many) {
        bench.result(
                Measurement.within(
                        "a member's year among %,d entries; beside: %,d".formatted(many, FEW),
                        among.memberYear(),
                        "ms",
                        few.memberYear(),
                        2));
        bench.result(
                Measurement.within(
                        "a board's page of entries, the same", among.page(), "ms", few.page(), 2));
        bench.result(
                Measurement.within(
                        "a sweep with nothing pending, the same",
                        among.sweep(),
                        "ms",
                        few.sweep(),
                        2));
    }
}
