package id.lumbung.backbone.fact;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import id.lumbung.backbone.fact.PutResult.Outcome;
import id.lumbung.backbone.mongo.DuplicateKeys;
import id.lumbung.backbone.outbox.OutboxRelay;
import id.lumbung.backbone.outbox.PendingDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/**
 * Writes facts that came together by one command, finds what is stored where an id is taken, and
 * signals the relay.
 */
final class FactInsertion<F extends Fact> {

    private final FactDocuments<F> documents;
    private final MongoCollection<Document> collection;
    private final OutboxRelay relay;

    FactInsertion(
            FactDocuments<F> documents, MongoCollection<Document> collection, OutboxRelay relay) {
        this.documents = documents;
        this.collection = collection;
        this.relay = relay;
    }

    /** What became of each, in the order given. */
    List<PutResult<F>> insert(List<PreparedFact<F>> batch) {
        var duplicates = insertNew(batch);
        var stored = stored(batch, duplicates);
        var results = new ArrayList<PutResult<F>>(batch.size());
        var accepted = new ArrayList<PendingDocument>(batch.size());
        for (var i = 0; i < batch.size(); i++) {
            var fact = batch.get(i).fact();
            if (!duplicates.contains(i)) {
                if (!batch.get(i).isDoubtful()) {
                    accepted.add(batch.get(i).pending());
                }
                results.add(new PutResult<>(Outcome.ACCEPTED, fact));
            } else {
                var first = stored.get(fact.id());
                results.add(
                        first == null
                                ? new PutResult<>(Outcome.OVERTAKEN, fact)
                                : compare(first, fact));
            }
        }
        relay.signal(accepted);
        return results;
    }

    /** Writes those whose id and sequence number are free, and says which are not. */
    private Set<Integer> insertNew(List<PreparedFact<F>> batch) {
        try {
            var _ =
                    collection.insertMany(
                            batch.stream().map(PreparedFact::document).toList(),
                            new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            return Set.copyOf(DuplicateKeys.in(e));
        }
    }

    private Map<UUID, F> stored(List<PreparedFact<F>> batch, Set<Integer> places) {
        Map<UUID, F> stored = new HashMap<>();
        if (!places.isEmpty()) {
            collection
                    .find(in("_id", places.stream().map(i -> batch.get(i).fact().id()).toList()))
                    .map(documents::read)
                    .forEach(fact -> stored.put(fact.id(), fact));
        }
        return stored;
    }

    private PutResult<F> compare(F first, F again) {
        var same = again.recorded(first.recordedAt()).equals(first);
        return new PutResult<>(same ? Outcome.DUPLICATE : Outcome.CONFLICT, first);
    }
}
