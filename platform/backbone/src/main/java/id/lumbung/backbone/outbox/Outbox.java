package id.lumbung.backbone.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/** Claims, clears and blocks the messages that stand in documents. Knows no broker. */
final class Outbox {

    /**
     * Clearing asks for no flush: a clearing that a crash undoes costs a repetition, which counts
     * once.
     */
    private static final WriteConcern UNFLUSHED = WriteConcern.W1.withJournal(false);

    private final MongoOperations mongo;
    private final Clock clock;

    Outbox(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

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
     * them over until then. Only what a majority of the nodes has is claimed: what a failover may
     * still undo must not be published by a sweep.
     */
    List<PendingDocument> claim(String collection, int max, Duration lease) {
        var now = clock.instant();
        var documents = mongo.getCollection(collection).withWriteConcern(UNFLUSHED);
        var due =
                documents
                        .withReadConcern(ReadConcern.MAJORITY)
                        .find(lte(OutboxMessage.DUE, Date.from(now)))
                        .sort(Sorts.ascending(OutboxMessage.DUE))
                        .limit(max)
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
        var claimed =
                documents
                        .find(and(in("_id", due), eq(OutboxMessage.CLAIM, claim)))
                        .projection(Projections.include(OutboxMessage.OUTBOX))
                        .map(document ->
                                new PendingDocument(
                                        collection,
                                        document.get("_id", UUID.class),
                                        OutboxMessage.of(document)))
                        .into(new ArrayList<>());
        unmarkEmpty(documents, claimed);
        return claimed.stream().filter(document -> !document.messages().isEmpty()).toList();
    }

    /**
     * A crash between two steps of {@link #clear} or {@link #block} leaves a mark and no message.
     */
    private static void unmarkEmpty(
            MongoCollection<Document> documents, List<PendingDocument> claimed) {
        var empty = claimed.stream().filter(document -> document.messages().isEmpty()).toList();
        if (!empty.isEmpty()) {
            var _ =
                    documents.updateMany(
                            and(in("_id", ids(empty)), size(OutboxMessage.OUTBOX, 0)),
                            nothingLeft());
        }
    }

    /** Takes out what was published, and nothing that was enqueued since. */
    void clear(List<PendingDocument> published) {
        published.stream()
                .collect(Collectors.groupingBy(PendingDocument::collection))
                .forEach((collection, documents) -> {
                    var target = mongo.getCollection(collection).withWriteConcern(UNFLUSHED);
                    var single =
                            documents.stream()
                                    .filter(document -> document.messages().size() == 1)
                                    .toList();
                    var several =
                            documents.stream()
                                    .filter(document -> document.messages().size() > 1)
                                    .toList();
                    if (!single.isEmpty() && clearOnly(target, single) < single.size()) {
                        pull(target, single);
                    }
                    if (!several.isEmpty()) {
                        pull(target, several);
                    }
                });
    }

    /** One command for all documents whose only message was published: the common case. */
    private static long clearOnly(
            MongoCollection<Document> target, List<PendingDocument> published) {
        return target.updateMany(
                        and(
                                in("_id", ids(published)),
                                in(
                                        OutboxMessage.MESSAGE_ID,
                                        published.stream()
                                                .map(document ->
                                                        document.messages().getFirst().id())
                                                .toList()),
                                size(OutboxMessage.OUTBOX, 1)),
                        nothingLeft())
                .getMatchedCount();
    }

    private static void pull(MongoCollection<Document> target, List<PendingDocument> published) {
        var _ = target.bulkWrite(published.stream().map(Outbox::pulling).toList());
        var _ =
                target.updateMany(
                        and(in("_id", ids(published)), size(OutboxMessage.OUTBOX, 0)),
                        nothingLeft());
    }

    private static UpdateOneModel<Document> pulling(PendingDocument document) {
        return new UpdateOneModel<>(
                eq("_id", document.documentId()),
                Updates.pull(
                        OutboxMessage.OUTBOX,
                        in("id", document.messages().stream().map(OutboxMessage::id).toList())));
    }

    private static Bson nothingLeft() {
        return Updates.combine(
                Updates.unset(OutboxMessage.OUTBOX),
                Updates.unset(OutboxMessage.DUE),
                Updates.unset(OutboxMessage.CLAIM));
    }

    private static List<UUID> ids(List<PendingDocument> documents) {
        return documents.stream().map(PendingDocument::documentId).toList();
    }

    /** Lays a message aside with the reason for which the broker will never take it. */
    void block(PendingDocument document, OutboxMessage message, String reason) {
        var _ =
                mongo.getCollection(document.collection())
                        .updateOne(
                                and(
                                        eq("_id", document.documentId()),
                                        eq(OutboxMessage.MESSAGE_ID, message.id())),
                                Updates.combine(
                                        Updates.pull(OutboxMessage.OUTBOX, eq("id", message.id())),
                                        Updates.push(
                                                OutboxMessage.BLOCKED,
                                                message.toDocument().append("reason", reason)),
                                        Updates.set(
                                                OutboxMessage.BLOCKED_AT,
                                                Date.from(clock.instant()))));
    }
}
