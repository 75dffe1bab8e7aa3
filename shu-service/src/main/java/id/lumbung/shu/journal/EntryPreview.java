package id.lumbung.shu.journal;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import id.lumbung.backbone.consumer.Preview;
import id.lumbung.backbone.consumer.ReceivedEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What the journal would write of an event, and in which book year it would count. */
@Component
final class EntryPreview {

    private final MongoCollection<Document> entries;
    private final EntryCodec codec;
    private final CountingYears years;

    EntryPreview(MongoOperations mongo, CountingYears years) {
        this.entries = mongo.getCollection(Journal.COLLECTION);
        this.codec = new EntryCodec(entries.getCodecRegistry().get(Document.class));
        this.years = years;
    }

    Preview preview(ReceivedEvent event) {
        Entry entry;
        Document again;
        try {
            entry = EventEntries.of(event);
            if (entry == null) {
                return Preview.taken(Map.of());
            }
            again = codec.document(entry);
        } catch (UnknownEventType e) {
            return Preview.refused(EntryRefusals.unknown(e));
        } catch (RuntimeException e) {
            return Preview.refused(EntryRefusals.notJournalled(e));
        }
        var first = entries.find(eq("_id", event.id())).first();
        if (first == null) {
            return Preview.taken(shown(entry));
        }
        var field = EntryDocuments.difference(first, again);
        return field == null
                ? Preview.already()
                : Preview.refused(EntryRefusals.otherContent(field));
    }

    private Map<String, Object> shown(Entry entry) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("kind", entry.kind().name());
        shown.put("amount", entry.amount().amount());
        shown.put("at", entry.at().toString());
        var year = years.of(entry.cooperativeId(), entry.countsAt());
        shown.put("bookYear", year.bookYear());
        shown.put("closed", year.isClosed());
        shown.put("countsIn", year.countsIn());
        return shown;
    }
}
