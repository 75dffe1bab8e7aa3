package id.lumbung.shu.journal;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import id.lumbung.backbone.consumer.Outcome.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistries;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Writes entries in bulk, each once, and tells those that stood already with other content. */
@Component
final class EntryWriter {

    private final MongoCollection<Entry> written;
    private final EntryConflicts conflicts;
    private final Counter journalled;

    EntryWriter(MongoOperations mongo, EntryConflicts conflicts, MeterRegistry meters) {
        this.conflicts = conflicts;
        var entries = mongo.getCollection(Journal.COLLECTION);
        var codec = new EntryCodec(entries.getCodecRegistry().get(Document.class));
        this.written =
                entries.withDocumentClass(Entry.class)
                        .withCodecRegistry(CodecRegistries.fromCodecs(codec));
        this.journalled =
                Counter.builder("lumbung.journalled")
                        .description("Entries written")
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
            return conflicts.among(
                    made, e.getWriteErrors().stream().map(error -> error.getIndex()).toList());
        }
    }
}
