package id.lumbung.shu.journal;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import id.lumbung.backbone.consumer.Outcome.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistries;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Writes entries in bulk, each once, and tells those that stood already with other content. */
@Component
final class EntryWriter {

    private final MongoCollection<Document> entries;
    private final MongoCollection<Entry> written;
    private final EntryCodec codec;
    private final Counter journalled;
    private final Counter replays;

    EntryWriter(MongoOperations mongo, MeterRegistry meters) {
        this.entries = mongo.getCollection(Journal.COLLECTION);
        this.codec = new EntryCodec(entries.getCodecRegistry().get(Document.class));
        this.written =
                entries.withDocumentClass(Entry.class)
                        .withCodecRegistry(CodecRegistries.fromCodecs(codec));
        this.journalled =
                Counter.builder("lumbung.journalled")
                        .description("Entries written")
                        .register(meters);
        this.replays =
                Counter.builder("lumbung.journal.replays")
                        .description("Events that were published again and stood already")
                        .register(meters);
        var _ = entries.createIndex(Indexes.ascending("cooperativeId", "memberId", "countsAt"));
        var _ = entries.createIndex(Indexes.ascending("cooperativeId", "countsAt", "_id"));
        var _ = entries.createIndex(Indexes.ascending("outletId", "at"));
    }

    /**
     * @return for the entries that stood already with other content: their place and what differs
     */
    Map<Integer, Refused> write(List<Entry> made) {
        try {
            var _ = written.insertMany(made, new InsertManyOptions().ordered(false));
            journalled.increment(made.size());
            return Map.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream()
                            .anyMatch(
                                    error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            journalled.increment(made.size() - e.getWriteErrors().size());
            return conflicts(
                    made, e.getWriteErrors().stream().map(error -> error.getIndex()).toList());
        }
    }

    private Map<Integer, Refused> conflicts(List<Entry> made, List<Integer> stoodAlready) {
        Map<Object, Document> standing = new HashMap<>();
        entries.find(in("_id", stoodAlready.stream().map(index -> made.get(index).id()).toList()))
                .forEach(document -> standing.put(document.get("_id"), document));
        Map<Integer, Refused> conflicts = new HashMap<>();
        for (var index : stoodAlready) {
            var again = codec.document(made.get(index));
            var first = standing.get(again.get("_id"));
            if (first == null) {
                throw new TransientDataAccessResourceException(
                        "An entry that stood a moment ago is gone; the batch comes again");
            }
            var field = EntryDocuments.difference(first, again);
            if (field == null) {
                replays.increment();
            } else {
                conflicts.put(index, EntryRefusals.otherContent(field));
            }
        }
        return conflicts;
    }
}
