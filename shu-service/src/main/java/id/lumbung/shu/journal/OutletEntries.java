package id.lumbung.shu.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static id.lumbung.shu.journal.JournalTimes.between;
import static id.lumbung.shu.journal.JournalTimes.each;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import id.lumbung.backbone.fact.OutletOwners.Outlet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Entries of the journal by the outlet that they were made at. */
@Component
public final class OutletEntries {

    private final MongoCollection<Document> entries;

    OutletEntries(MongoOperations mongo) {
        this.entries = mongo.getCollection(Journal.COLLECTION);
    }

    /**
     * Every outlet that has entries; found by skipping through an index, one look-up per outlet.
     */
    List<Outlet> outlets() {
        var outlets = new ArrayList<Outlet>();
        var next = entries.find().sort(Sorts.ascending("outletId", "at")).first();
        while (next != null) {
            var outlet = next.get("outletId", UUID.class);
            outlets.add(new Outlet(outlet, next.get("cooperativeId", UUID.class)));
            next =
                    entries.find(gt("outletId", outlet))
                            .sort(Sorts.ascending("outletId", "at"))
                            .first();
        }
        return outlets;
    }

    /** Outlets of a cooperative that were opened before a time. */
    public List<UUID> outletsOpened(UUID cooperativeId, Instant until) {
        return entries.find(
                        and(
                                eq("outletId", cooperativeId),
                                eq("kind", Entry.Kind.OUTLET_OPENED.name()),
                                lt("at", Date.from(until))))
                .map(document -> document.get("factId", UUID.class))
                .into(new ArrayList<>());
    }

    /** Whether an outlet did anything between two times, the later exclusive. */
    public boolean isHeardOf(UUID outletId, Instant from, Instant until) {
        return entries.find(between(from, until, eq("outletId", outletId))).first() != null;
    }

    /** An outlet's entries between two times, the later exclusive, oldest first. */
    public void ofOutlet(UUID outletId, Instant from, Instant until, Consumer<Entry> to) {
        each(
                entries.find(between(from, until, eq("outletId", outletId)))
                        .sort(Sorts.ascending("at")),
                to);
    }
}
