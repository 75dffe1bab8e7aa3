package id.lumbung.bench;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import id.lumbung.launcher.stack.UserError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** A journal into which a year's entries are put directly, past services and broker. */
final class FilledJournal {

    private static final int BATCH = 1_000;
    private static final int READ_AHEAD = 2_000;

    private final MongoCollection<Document> journal;
    private final YearEntries entries;

    FilledJournal(MongoClient mongo, YearEntries entries) {
        this.journal = mongo.getDatabase("shu").getCollection("journal");
        this.entries = entries;
    }

    /** In the order of time, as a year brings them. */
    void fill() {
        var batch = new ArrayList<Document>(BATCH);
        for (var member = 0; member < entries.size().members(); member++) {
            add(batch, entries.joining(member));
        }
        for (var i = 0L; i < entries.size().entries(); i++) {
            add(batch, entries.business(i));
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

    /** Seconds of reading all entries of the cooperative and doing nothing with them. */
    double plainRead() {
        var began = Instant.now();
        var read = 0L;
        var all = journal.find(eq("cooperativeId", entries.cooperative()));
        for (var _ : all.batchSize(READ_AHEAD)) {
            read++;
        }
        if (read < entries.size().entries()) {
            throw new UserError("Only %d entries were read.".formatted(read));
        }
        return Clocks.seconds(began);
    }
}
