package id.lumbung.backbone.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/** Reads, claims, clears and parks the notices that stand in documents. Knows no broker. */
public final class Outbox {

    /**
     * Clearing asks for no flush: a clearing that a crash undoes costs a repetition, which counts
     * once.
     */
    private static final WriteConcern UNFLUSHED = WriteConcern.W1.withJournal(false);

    private final MongoOperations mongo;
    private final Clock clock;

    public Outbox(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** A blocked notice, as operators see it. */
    public record Blocked(
            String collection,
            UUID documentId,
            UUID eventId,
            String type,
            String reason,
            Instant blockedAt) {}

    /**
     * What is waiting to be told in one collection.
     *
     * @param documents how many, counted no further than the limit asked for
     * @param oldest when the oldest of those was recorded; now where there is none
     */
    public record Waiting(long documents, Instant oldest) {}

    void prepare(String collection) {
        var facts = mongo.getCollection(collection);
        var _ =
                facts.createIndex(
                        Indexes.ascending(OutboxMessage.DUE),
                        new IndexOptions().partialFilterExpression(exists(OutboxMessage.DUE)));
        var _ =
                facts.createIndex(
                        Indexes.ascending(OutboxMessage.BLOCKED_AT),
                        new IndexOptions()
                                .partialFilterExpression(exists(OutboxMessage.BLOCKED_AT)));
    }

    /**
     * Claims up to so many documents that are due, for as long as the lease; another sweeper passes
     * them over until then.
     */
    List<PendingDocument> claim(String collection, int most, Duration lease) {
        var now = clock.instant();
        var documents = mongo.getCollection(collection).withWriteConcern(UNFLUSHED);
        var due =
                documents
                        .find(lte(OutboxMessage.DUE, Date.from(now)))
                        .sort(Sorts.ascending(OutboxMessage.DUE))
                        .limit(most)
                        .projection(Projections.include("_id"))
                        .map(document -> document.get("_id", UUID.class))
                        .into(new ArrayList<>());
        if (due.isEmpty()) {
            return List.of();
        }
        var claim = UUID.randomUUID();
        var _ =
                documents.updateMany(
                        and(in("_id", due), lte(OutboxMessage.DUE, Date.from(now))),
                        Updates.combine(
                                Updates.set(OutboxMessage.DUE, Date.from(now.plus(lease))),
                                Updates.set(OutboxMessage.CLAIM, claim)));
        return documents
                .find(and(in("_id", due), eq(OutboxMessage.CLAIM, claim)))
                .projection(Projections.include(OutboxMessage.OUTBOX))
                .map(document ->
                        new PendingDocument(
                                collection,
                                document.get("_id", UUID.class),
                                OutboxMessage.of(document)))
                .into(new ArrayList<>())
                .stream()
                .filter(told -> !told.notices().isEmpty())
                .toList();
    }

    /** Takes down what was told, and nothing that was posted since. */
    void clear(List<PendingDocument> told) {
        told.stream()
                .collect(Collectors.groupingBy(PendingDocument::collection))
                .forEach((collection, documents) -> {
                    var target = mongo.getCollection(collection).withWriteConcern(UNFLUSHED);
                    var single =
                            documents.stream()
                                    .filter(document -> document.notices().size() == 1)
                                    .toList();
                    var several =
                            documents.stream()
                                    .filter(document -> document.notices().size() > 1)
                                    .toList();
                    if (!single.isEmpty() && clearOnly(target, single) < single.size()) {
                        pull(target, single);
                    }
                    if (!several.isEmpty()) {
                        pull(target, several);
                    }
                });
    }

    /** One command for all documents whose only notice was told: the common case. */
    private static long clearOnly(MongoCollection<Document> target, List<PendingDocument> told) {
        return target.updateMany(
                        and(
                                in("_id", told.stream().map(PendingDocument::documentId).toList()),
                                in(
                                        OutboxMessage.MESSAGE_ID,
                                        told.stream()
                                                .map(document -> document.notices().getFirst().id())
                                                .toList()),
                                size(OutboxMessage.OUTBOX, 1)),
                        nothingLeft())
                .getMatchedCount();
    }

    private static void pull(MongoCollection<Document> target, List<PendingDocument> told) {
        var _ =
                target.bulkWrite(
                        told.stream()
                                .map(document ->
                                        new UpdateOneModel<Document>(
                                                eq("_id", document.documentId()),
                                                Updates.pull(
                                                        OutboxMessage.OUTBOX,
                                                        in(
                                                                "id",
                                                                document.notices().stream()
                                                                        .map(OutboxMessage::id)
                                                                        .toList()))))
                                .toList());
        var _ =
                target.updateMany(
                        and(
                                in("_id", told.stream().map(PendingDocument::documentId).toList()),
                                size(OutboxMessage.OUTBOX, 0)),
                        nothingLeft());
    }

    private static Bson nothingLeft() {
        return Updates.combine(
                Updates.unset(OutboxMessage.OUTBOX),
                Updates.unset(OutboxMessage.DUE),
                Updates.unset(OutboxMessage.CLAIM));
    }

    void block(PendingDocument told, OutboxMessage notice, String reason) {
        var now = Date.from(clock.instant());
        var _ =
                mongo.getCollection(told.collection())
                        .updateOne(
                                and(
                                        eq("_id", told.documentId()),
                                        eq(OutboxMessage.MESSAGE_ID, notice.id())),
                                Updates.combine(
                                        Updates.pull(OutboxMessage.OUTBOX, eq("id", notice.id())),
                                        Updates.push(
                                                OutboxMessage.BLOCKED,
                                                notice.toDocument().append("reason", reason)),
                                        Updates.set(OutboxMessage.BLOCKED_AT, now)));
    }

    /** Blocked notices, oldest first. */
    public List<Blocked> blocked(String collection, int most) {
        var blocked = new ArrayList<Blocked>();
        mongo.getCollection(collection)
                .find(gt(OutboxMessage.BLOCKED_AT, Date.from(Instant.EPOCH)))
                .sort(Sorts.ascending(OutboxMessage.BLOCKED_AT))
                .limit(most)
                .forEach(document ->
                        document.getList(OutboxMessage.BLOCKED, Document.class, List.of())
                                .forEach(notice ->
                                        blocked.add(
                                                new Blocked(
                                                        collection,
                                                        document.get("_id", UUID.class),
                                                        notice.get("id", UUID.class),
                                                        notice.getString("type"),
                                                        notice.getString("reason"),
                                                        document.getDate(OutboxMessage.BLOCKED_AT)
                                                                .toInstant()))));
        return blocked;
    }

    /**
     * Whose document it is, where something of it is blocked; {@link AuditLog#PLATFORM} where it
     * does not say.
     */
    public Optional<UUID> blockedOf(String collection, UUID documentId) {
        return Optional.ofNullable(
                        mongo.getCollection(collection)
                                .find(and(eq("_id", documentId), exists(OutboxMessage.BLOCKED)))
                                .first())
                .map(document ->
                        Objects.requireNonNullElse(
                                document.get("cooperativeId", UUID.class), AuditLog.PLATFORM));
    }

    /** Puts a document's blocked notices up again, to be told by the next sweep. */
    public boolean retry(String collection, UUID documentId) {
        var documents = mongo.getCollection(collection);
        var document =
                documents.find(and(eq("_id", documentId), exists(OutboxMessage.BLOCKED))).first();
        if (document == null) {
            return false;
        }
        var blocked = document.getList(OutboxMessage.BLOCKED, Document.class);
        return documents
                        .updateOne(
                                and(
                                        eq("_id", documentId),
                                        size(OutboxMessage.BLOCKED, blocked.size())),
                                Updates.combine(
                                        Updates.pushEach(OutboxMessage.OUTBOX, blocked),
                                        Updates.set(OutboxMessage.DUE, Date.from(clock.instant())),
                                        Updates.unset(OutboxMessage.BLOCKED),
                                        Updates.unset(OutboxMessage.BLOCKED_AT),
                                        Updates.set("outboxRetriedBy", Actor.current().subject())))
                        .getModifiedCount()
                > 0;
    }

    public Waiting waiting(String collection, int most) {
        var oldest = clock.instant();
        var count = 0;
        for (var document :
                mongo.getCollection(collection)
                        .find(gt(OutboxMessage.DUE, Date.from(Instant.EPOCH)))
                        .projection(Projections.include("outbox.time"))
                        .limit(most)) {
            count++;
            for (var notice : document.getList(OutboxMessage.OUTBOX, Document.class, List.of())) {
                var time = notice.getDate("time").toInstant();
                oldest = time.isBefore(oldest) ? time : oldest;
            }
        }
        return new Waiting(count, oldest);
    }

    /**
     * How many facts of a cooperative that happened before a time wait to be told; counted no
     * further than so many. Looks through all that waits in the collection.
     */
    public long waiting(String collection, UUID cooperativeId, Instant until, int most) {
        return count(collection, OutboxMessage.DUE, cooperativeId, until, most);
    }

    /** How many facts of a cooperative that happened before a time are blocked. */
    public long blocked(String collection, UUID cooperativeId, Instant until, int most) {
        return count(collection, OutboxMessage.BLOCKED_AT, cooperativeId, until, most);
    }

    private long count(
            String collection, String mark, UUID cooperativeId, Instant until, int most) {
        return mongo.getCollection(collection)
                .find(
                        and(
                                gt(mark, Date.from(Instant.EPOCH)),
                                eq("cooperativeId", cooperativeId),
                                lt("at", Date.from(until))))
                .projection(Projections.include("_id"))
                .limit(most)
                .into(new ArrayList<>())
                .size();
    }
}
