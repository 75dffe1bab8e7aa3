package id.lumbung.shu.closing.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.OwnJson;
import id.lumbung.backbone.outbox.Outbox;
import id.lumbung.backbone.outbox.OutboxMessage;
import id.lumbung.backbone.outbox.OutboxRelay;
import id.lumbung.backbone.outbox.PendingDocument;
import id.lumbung.edge.web.TraceContext;
import id.lumbung.shu.account.FrozenRuns;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The book years as they are kept: each one document, its content as the JSON that is also shown,
 * so that what was decided stays the same to the byte. A write counts only on the version it was
 * made from.
 */
@Component
public final class BookYearStore implements FrozenRuns {

    private static final String TOPIC = "shu";
    public static final String COLLECTION = "bookYears";
    private static final String UNDER_WAY = "underWaySince";
    private static final String FROZEN_RUN = "frozenRun";

    private static final JsonMapper JSON = OwnJson.mapper();

    private final MongoCollection<Document> years;
    private final OutboxRelay relay;
    private final Clock clock;

    BookYearStore(MongoOperations mongo, OutboxRelay relay, Clock clock) {
        this.years = mongo.getCollection(COLLECTION);
        this.relay = relay;
        this.clock = clock;
        var _ = years.createIndex(Indexes.ascending("cooperativeId", "bookYear"));
        var _ =
                years.createIndex(
                        Indexes.ascending(UNDER_WAY),
                        new IndexOptions().partialFilterExpression(exists(UNDER_WAY)));
        relay.watch(COLLECTION);
    }

    /** As it stands; a year nobody has touched is open. */
    public BookYearRecord get(UUID cooperativeId, int bookYear) {
        return find(cooperativeId, bookYear)
                .orElseGet(() -> BookYearRecord.open(cooperativeId, bookYear));
    }

    Optional<BookYearRecord> find(UUID cooperativeId, int bookYear) {
        return Optional.ofNullable(
                        years.find(eq("_id", BookYearRecord.id(cooperativeId, bookYear))).first())
                .map(this::read);
    }

    @Override
    public @Nullable UUID run(UUID cooperativeId, int year) {
        var found =
                years.find(eq("_id", BookYearRecord.id(cooperativeId, year)))
                        .projection(Projections.include(FROZEN_RUN))
                        .first();
        return found == null ? null : found.get(FROZEN_RUN, UUID.class);
    }

    /** A cooperative's book years that were touched, the earliest first. */
    public List<BookYearRecord> all(UUID cooperativeId) {
        return years.find(eq("cooperativeId", cooperativeId))
                .sort(Sorts.ascending("bookYear"))
                .map(this::read)
                .into(new ArrayList<>());
    }

    /** Whose long step has begun and goes on; one that is stuck waits for whoever mends it. */
    public List<BookYearRecord> underWay(int limit) {
        return years.find(gte(UNDER_WAY, Date.from(Instant.EPOCH)))
                .limit(Math.max(1, limit))
                .map(this::read)
                .into(new ArrayList<>());
    }

    public byte[] bytes(Object part) {
        return JSON.writeValueAsBytes(part);
    }

    /**
     * Writes what follows from the version before.
     *
     * @throws id.lumbung.edge.problem.Refusal when another write came first
     */
    public BookYearRecord save(BookYearRecord next) {
        return save(next, Filters.empty());
    }

    /**
     * @param only what else must hold of a year that is stored already
     */
    public BookYearRecord save(BookYearRecord next, Bson only) {
        if (next.version() == 1) {
            insert(next);
        } else {
            update(next, only);
        }
        return next;
    }

    private void insert(BookYearRecord first) {
        var document =
                new Document("_id", first.id())
                        .append("cooperativeId", first.cooperativeId())
                        .append("bookYear", first.bookYear())
                        .append("version", first.version())
                        .append("state", first.state().name())
                        .append("body", JSON.writeValueAsString(first));
        if (first.underWay() != null && !first.underWay().isStuck()) {
            document.put(UNDER_WAY, Date.from(first.underWay().since()));
        }
        try {
            var _ = years.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            throw overtaken(first);
        }
    }

    private void update(BookYearRecord next, Bson only) {
        var changes = new ArrayList<Bson>();
        changes.add(Updates.set("version", next.version()));
        changes.add(Updates.set("state", next.state().name()));
        changes.add(Updates.set(FROZEN_RUN, next.frozenRun()));
        changes.add(Updates.set("body", JSON.writeValueAsString(next)));
        changes.add(
                next.underWay() == null || next.underWay().isStuck()
                        ? Updates.unset(UNDER_WAY)
                        : Updates.set(UNDER_WAY, Date.from(next.underWay().since())));
        var messages = List.<OutboxMessage>of();
        if (next.state() == BookYearRecord.State.DIVIDED) {
            var now = clock.instant();
            messages =
                    next.event().stream()
                            .map(event ->
                                    OutboxMessage.of(event, TOPIC, now, TraceContext.current()))
                            .toList();
            changes.add(Outbox.enqueueing(messages, now, relay.firstAttemptAfter(now)));
        }
        var result =
                years.updateOne(
                        and(eq("_id", next.id()), eq("version", next.version() - 1), only),
                        Updates.combine(changes));
        if (result.getMatchedCount() == 0) {
            throw overtaken(next);
        }
        if (!messages.isEmpty()) {
            relay.signal(List.of(new PendingDocument(COLLECTION, next.id(), messages)));
        }
    }

    private static RuntimeException overtaken(BookYearRecord next) {
        return ClosingRule.CHANGED_MEANWHILE.because(
                "Orang lain mengubah tahun buku %d pada saat yang sama. Lihat lagi, lalu kirim yang masih perlu."
                        .formatted(next.bookYear()),
                "Somebody else changed the book year %d at the same moment. Look at it and send again what is still needed."
                        .formatted(next.bookYear()));
    }

    private BookYearRecord read(Document document) {
        return JSON.readValue(document.getString("body"), BookYearRecord.class);
    }
}
