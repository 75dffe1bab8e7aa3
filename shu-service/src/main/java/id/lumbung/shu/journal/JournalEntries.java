package id.lumbung.shu.journal;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static id.lumbung.shu.journal.JournalTimes.between;
import static id.lumbung.shu.journal.JournalTimes.counting;
import static id.lumbung.shu.journal.JournalTimes.each;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Entries of the journal, of a member or of a cooperative, as they are asked for. */
@Component
public final class JournalEntries {

    private final MongoCollection<Document> entries;

    JournalEntries(MongoOperations mongo) {
        this.entries = mongo.getCollection(Journal.COLLECTION);
    }

    public Optional<Entry> find(UUID eventId) {
        return Optional.ofNullable(entries.find(eq("_id", eventId)).first())
                .map(EntryDocuments::entry);
    }

    /** Those of these events that are journalled; events that are not are passed over. */
    public List<Entry> find(Collection<UUID> eventIds) {
        return entries.find(in("_id", eventIds)).map(EntryDocuments::entry).into(new ArrayList<>());
    }

    /** A member's entries that count between two times, the later exclusive. */
    public void ofMember(
            UUID cooperativeId, UUID memberId, Instant from, Instant until, Consumer<Entry> to) {
        each(
                entries.find(
                        counting(
                                from,
                                until,
                                eq("cooperativeId", cooperativeId),
                                eq("memberId", memberId))),
                to);
    }

    /** All of a cooperative that count between two times, the later exclusive, in any order. */
    public void countingOf(UUID cooperativeId, Instant from, Instant until, Consumer<Entry> to) {
        each(entries.find(counting(from, until, eq("cooperativeId", cooperativeId))), to);
    }

    /** All of a cooperative that happened between two times, the later exclusive, in any order. */
    public void ofCooperative(UUID cooperativeId, Instant from, Instant until, Consumer<Entry> to) {
        each(entries.find(between(from, until, eq("cooperativeId", cooperativeId))), to);
    }

    /**
     * Entries in the order of the time that they count at, then id.
     *
     * @param owner a condition on the leading fields of an index
     * @param skip how many of them to pass over
     */
    public List<Entry> page(Bson owner, Instant from, Instant until, int skip, int limit) {
        return entries.find(counting(from, until, owner))
                .sort(Sorts.ascending("countsAt", "_id"))
                .skip(skip)
                .limit(limit)
                .map(EntryDocuments::entry)
                .into(new ArrayList<>());
    }
}
