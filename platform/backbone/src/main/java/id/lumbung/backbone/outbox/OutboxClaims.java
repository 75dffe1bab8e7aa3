package id.lumbung.backbone.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** Claims documents that are due, so that of several sweepers one publishes them. */
record OutboxClaims(MongoOperations mongo, Clock clock) {

    /**
     * Claims up to so many documents that are due, for as long as the lease; another sweeper passes
     * them over until then.
     */
    List<PendingDocument> claim(String collection, int max, Duration lease) {
        var now = clock.instant();
        var documents = mongo.getCollection(collection).withWriteConcern(OutboxClearing.UNFLUSHED);
        var due = due(documents, now, max);
        if (due.isEmpty()) {
            return List.of();
        }
        var claim = UUID.randomUUID();
        var _ =
                documents.updateMany(
                        and(in("_id", due), lte(OutboxFields.DUE, Date.from(now))),
                        Updates.combine(
                                Updates.set(OutboxFields.DUE, Date.from(now.plus(lease))),
                                Updates.set(OutboxFields.CLAIM, claim)));
        var claimed =
                documents
                        .find(and(in("_id", due), eq(OutboxFields.CLAIM, claim)))
                        .projection(Projections.include(OutboxFields.OUTBOX))
                        .map(document -> PendingDocument.of(collection, document))
                        .into(new ArrayList<>());
        var empty = claimed.stream().filter(document -> document.messages().isEmpty()).toList();
        // A crash between two steps of clearing or blocking leaves a mark and no message.
        OutboxMarks.removeWhereEmpty(
                documents, empty.stream().map(PendingDocument::documentId).toList());
        return claimed.stream().filter(document -> !document.messages().isEmpty()).toList();
    }

    /**
     * Only what a majority of the nodes has: what a failover may still undo must not be published
     * by a sweep.
     */
    private static List<UUID> due(MongoCollection<Document> documents, Instant now, int max) {
        return documents
                .withReadConcern(ReadConcern.MAJORITY)
                .find(lte(OutboxFields.DUE, Date.from(now)))
                .sort(Sorts.ascending(OutboxFields.DUE))
                .limit(max)
                .projection(Projections.include("_id"))
                .map(document -> document.get("_id", UUID.class))
                .into(new ArrayList<>());
    }
}
