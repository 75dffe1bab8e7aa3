package id.lumbung.backbone.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import id.lumbung.backbone.mongo.DuplicateKeys;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The dead letters of this service, kept in its own database with their bytes. A letter is named by
 * where its record stood, so one that is stored twice is one letter.
 */
public final class DeadLetterStore {

    static final int MAX_COUNTED = 1_000;
    static final String STATE = "state";
    static final String CODE = "causeCode";
    static final String COOPERATIVE = "cooperativeId";
    static final String DECISION = "decision";

    private final MongoCollection<Document> letters;
    private final Clock clock;

    /**
     * How many are open or decided, each counted no further than {@link #MAX_COUNTED}.
     *
     * @param unknown open ones that do not say whose they are
     * @param decided of the cooperative, by two persons
     */
    public record Open(int ofCooperative, int unknown, int decided) {}

    DeadLetterStore(MongoOperations mongo, Clock clock, MeterRegistry meters) {
        this.letters = mongo.getCollection("deadLetters");
        this.clock = clock;
        var _ = letters.createIndex(Indexes.ascending(STATE, "_id"));
        var _ = letters.createIndex(Indexes.ascending(STATE, COOPERATIVE));
        var _ =
                Gauge.builder("lumbung.dead.letters.open", this, DeadLetterStore::open)
                        .description(
                                "Dead letters that wait for an operator; counted to " + MAX_COUNTED)
                        .register(meters);
    }

    /** Stores a letter as open; does nothing where it is stored already. */
    void store(ConsumerRecord<String, byte[]> letter) {
        try {
            var _ = letters.insertOne(DeadLetterDocuments.of(letter, clock.instant()));
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
        }
    }

    List<DeadLetter> list(DeadLetterFilter filter, @Nullable String after, int max) {
        return letters.find(filter.after(after))
                .sort(Sorts.ascending("_id"))
                .limit(Math.min(max, MAX_COUNTED))
                .projection(Projections.exclude("value"))
                .map(StoredDeadLetter::read)
                .into(new ArrayList<>());
    }

    /** Open letters by cause, among the first {@link #MAX_COUNTED}. */
    Map<String, Integer> openByCause() {
        var counts = new TreeMap<String, Integer>();
        letters.find(eq(STATE, DeadLetter.State.OPEN.name()))
                .projection(Projections.include(CODE))
                .limit(MAX_COUNTED)
                .forEach(document -> {
                    var _ = counts.merge(document.getString(CODE), 1, Integer::sum);
                });
        return counts;
    }

    /** How many are open, counted no further than {@link #MAX_COUNTED}. */
    public int open() {
        return count(eq(STATE, DeadLetter.State.OPEN.name()));
    }

    /** What keeps a cooperative's books from being complete, or would but for a decision. */
    public Open open(UUID cooperativeId) {
        var open = eq(STATE, DeadLetter.State.OPEN.name());
        var ofOwner = eq(COOPERATIVE, cooperativeId);
        return new Open(
                count(and(open, ofOwner)),
                count(and(open, exists(COOPERATIVE, false))),
                count(and(eq(STATE, DeadLetter.State.DECIDED.name()), ofOwner)));
    }

    private int count(Bson which) {
        return letters.find(which)
                .projection(Projections.include("_id"))
                .limit(MAX_COUNTED)
                .into(new ArrayList<>())
                .size();
    }

    Optional<Document> document(String id) {
        return Optional.ofNullable(letters.find(eq("_id", id)).first());
    }

    /** Changes a letter that is as the condition says; false where none is. */
    boolean update(String id, Bson condition, Bson change) {
        return letters.updateOne(and(eq("_id", id), condition), change).getMatchedCount() > 0;
    }
}
