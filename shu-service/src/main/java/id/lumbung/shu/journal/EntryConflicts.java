package id.lumbung.shu.journal;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import id.lumbung.backbone.consumer.Outcome.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Tells entries that came again from those that stand with other content. */
@Component
final class EntryConflicts {

    private final MongoCollection<Document> entries;
    private final EntryCodec codec;
    private final Counter duplicates;

    EntryConflicts(MongoOperations mongo, MeterRegistry meters) {
        this.entries = mongo.getCollection(Journal.COLLECTION);
        this.codec = new EntryCodec(entries.getCodecRegistry().get(Document.class));
        this.duplicates =
                Counter.builder("lumbung.journal.duplicates")
                        .description("Events that were published again and stood already")
                        .register(meters);
    }

    /**
     * @param stoodAlready which of those made, by their place
     * @return for those with other content: their place and what differs
     */
    Map<Integer, Refused> among(List<Entry> made, List<Integer> stoodAlready) {
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
                duplicates.increment();
            } else {
                conflicts.put(index, EntryRefusals.otherContent(field));
            }
        }
        return conflicts;
    }
}
