package id.lumbung.shu.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static id.lumbung.shu.journal.JournalTimes.counting;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** When a cooperative began to do anything at all. */
@Component
public final class JournalBeginning {

    private static final List<String> REGISTRATIONS =
            List.of(Entry.Kind.COOPERATIVE_REGISTERED.name(), Entry.Kind.OUTLET_OPENED.name());
    private static final List<String> BUSINESS =
            Arrays.stream(Entry.Kind.values())
                    .filter(Entry.Kind::isBusiness)
                    .map(Enum::name)
                    .toList();

    private final MongoCollection<Document> entries;

    JournalBeginning(MongoOperations mongo) {
        this.entries = mongo.getCollection(Journal.COLLECTION);
    }

    /** Whether any member of a cooperative, or anybody at an outlet, did anything before a time. */
    public boolean anything(UUID cooperativeId, Instant until) {
        return entries.find(
                                and(
                                        eq("cooperativeId", cooperativeId),
                                        lt("at", Date.from(until)),
                                        nin("kind", REGISTRATIONS)))
                        .first()
                != null;
    }

    /**
     * The earliest business of a cooperative between two times, the later exclusive; found by
     * reading its entries, so not for every day.
     */
    public Optional<Entry> anyBusiness(UUID cooperativeId, Instant from, Instant until) {
        return Optional.ofNullable(
                        entries.find(
                                        counting(
                                                from,
                                                until,
                                                eq("cooperativeId", cooperativeId),
                                                in("kind", BUSINESS)))
                                .first())
                .map(EntryDocuments::entry);
    }
}
