package id.lumbung.bench;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import id.lumbung.launcher.client.Gateway;
import id.lumbung.launcher.stack.UserError;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A cooperative with so many members and entries, whose year is closed and divided, beside one
 * plain reading of its entries. The entries are put straight into the journal, and the closing is
 * begun in the book year's document: the gates are not what is measured.
 */
final class DividedYear {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int BATCH = 1_000;
    private static final int READ_AHEAD = 2_000;
    private static final int YEAR = 2025;
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final long SECONDS = 364L * 86_400;
    private static final Duration TIMEOUT = Duration.ofHours(1);

    private final Gateway board;
    private final Gateway supervisor;
    private final MongoCollection<Document> journal;
    private final MongoCollection<Document> bookYears;
    private final UUID cooperative;
    private final int members;
    private final int entriesEach;
    private double peakMegabytes;

    /**
     * @param cooperative that is registered
     */
    DividedYear(
            Gateway board,
            Gateway supervisor,
            MongoClient mongo,
            UUID cooperative,
            int members,
            int entriesEach) {
        this.board = board;
        this.supervisor = supervisor;
        this.journal = mongo.getDatabase("shu").getCollection("journal");
        this.bookYears = mongo.getDatabase("shu").getCollection("bookYears");
        this.cooperative = cooperative;
        this.members = members;
        this.entriesEach = entriesEach;
    }

    /** In the order of time, as a year brings them. */
    void fill() {
        var batch = new ArrayList<Document>(BATCH);
        for (var member = 0; member < members; member++) {
            add(batch, entry(member, member, "MEMBER_JOINED", 0).append("detail", "ORDINARY"));
        }
        var all = (long) members * entriesEach;
        for (var i = 0L; i < all; i++) {
            var kind = i % 20 == 0 ? "DEPOSIT" : "SALE";
            var entry = entry(members + i, (int) (i % members), kind, 1_000 + i % 9_000);
            add(batch, kind.equals("DEPOSIT") ? entry.append("detail", "MANDATORY") : entry);
        }
        insert(batch);
    }

    private void add(List<Document> batch, Document entry) {
        batch.add(entry);
        if (batch.size() == BATCH) {
            insert(batch);
        }
    }

    private void insert(List<Document> batch) {
        if (!batch.isEmpty()) {
            var _ = journal.insertMany(batch, new InsertManyOptions().ordered(false));
            batch.clear();
        }
    }

    private Document entry(long number, int member, String kind, long amount) {
        var all = (long) members * (entriesEach + 1);
        var at = FIRST.plusSeconds(number * SECONDS / all);
        var id =
                new UUID(
                        (at.toEpochMilli() << 16) | 0x8000L | (number & 0xFFF),
                        (cooperative.getLeastSignificantBits() & 0x3FFF_FFFF_0000_0000L)
                                | 0x8000_0000_0000_0000L
                                | number);
        return new Document("_id", id)
                .append("kind", kind)
                .append("cooperativeId", cooperative)
                .append("outletId", cooperative)
                .append("memberId", member(member))
                .append("factId", id)
                .append("amount", amount)
                .append("at", Date.from(at))
                .append("countsAt", Date.from(at))
                .append("recordedAt", Date.from(at));
    }

    private UUID member(int member) {
        return new UUID(0x0194_0000_0000_7000L, 0x8000_0000_0000_0000L | member);
    }

    /** Seconds of reading all entries of the cooperative and doing nothing with them. */
    double plainRead() {
        var began = Instant.now();
        var read = 0L;
        for (var _ : journal.find(eq("cooperativeId", cooperative)).batchSize(READ_AHEAD)) {
            read++;
        }
        if (read < (long) members * entriesEach) {
            throw new UserError("Only %d entries were read.".formatted(read));
        }
        return Clocks.seconds(began);
    }

    /** Seconds until the books are frozen. */
    double close(DoubleSupplier residentMegabytes) {
        board.put(
                path("/policy"),
                Map.of(
                        "preset",
                        "kdkmp",
                        "funds",
                        Map.of("PATRONAGE", 5_000, "CAPITAL", 3_000, "RESERVE", 2_000)));
        board.put(path("/figures"), Map.of("netSurplus", 50_000_000_000L));
        var document = bookYears.find(eq("cooperativeId", cooperative)).first();
        if (document == null) {
            throw new UserError("The book year is not there.");
        }
        var body = (ObjectNode) JSON.readTree(document.getString("body"));
        var version = document.getInteger("version") + 1;
        var now = Instant.now();
        body.put("version", version);
        var step = body.putObject("underWay");
        step.put("to", "BOOKS_CLOSED").put("since", now.toString());
        step.putObject("by").put("subject", "bench");
        var _ =
                bookYears.updateOne(
                        eq("_id", document.get("_id")),
                        Updates.combine(
                                Updates.set("version", version),
                                Updates.set("underWaySince", Date.from(now)),
                                Updates.set("body", body.toString())));
        return taken("/closing", "BOOKS_CLOSED", residentMegabytes);
    }

    /** Seconds until the surplus is divided. */
    double divide(DoubleSupplier residentMegabytes) {
        board.put(path("/proposal"), Map.of());
        board.put(
                path("/resolution"),
                Map.of(
                        "heldOn", LocalDate.now(ZoneId.of("Asia/Jakarta")).toString(),
                        "present", members,
                        "members", members,
                        "votesFor", members,
                        "policyVersion", 1));
        supervisor.put(path("/resolution/countersignature"), Map.of());
        return taken("/division", "DIVIDED", residentMegabytes);
    }

    private double taken(String step, String state, DoubleSupplier residentMegabytes) {
        var began = Instant.now();
        board.put(path(step), Map.of());
        while (true) {
            peakMegabytes = Math.max(peakMegabytes, residentMegabytes.getAsDouble());
            var year = board.get(path(""), JsonNode.class).path("bookYear");
            if (year.path("state").asString().equals(state)) {
                return Clocks.seconds(began);
            }
            var problem = year.path("underWay").path("problem").asString("");
            if (!problem.isEmpty()
                    || Duration.between(began, Instant.now()).compareTo(TIMEOUT) > 0) {
                throw new UserError("The book year stands still: " + problem);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UserError("Interrupted.");
            }
        }
    }

    /** The highest that the service held while it worked, in megabytes. */
    double peakMegabytes() {
        return peakMegabytes;
    }

    private String path(String rest) {
        return "/api/shu/cooperatives/%s/book-years/%d%s".formatted(cooperative, YEAR, rest);
    }
}
