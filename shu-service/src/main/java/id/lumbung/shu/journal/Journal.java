package id.lumbung.shu.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static id.lumbung.backbone.consumer.Outcome.CONSUMED;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import id.lumbung.backbone.consumer.EventHandler;
import id.lumbung.backbone.consumer.Outcome;
import id.lumbung.backbone.consumer.Outcome.Refused;
import id.lumbung.backbone.consumer.Preview;
import id.lumbung.backbone.consumer.ReceivedEvent;
import id.lumbung.backbone.event.CauseCode;
import id.lumbung.backbone.fact.OutletOwners.Outlet;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The book that SHU is divided by. It is a set: every figure is a sum over it, so neither order nor
 * repetition of what is published matters.
 *
 * <p>Guarantees one entry per event: an event published again with the same content changes
 * nothing, with other content it is refused and becomes a dead letter. Costs one bulk insert per
 * batch, and a look-up of the entries that stood already.
 */
@Component
public final class Journal implements EventHandler {

    static final String COLLECTION = "journal";
    static final int READ_AHEAD = 2_000;

    private static final List<String> REGISTRATIONS =
            List.of(Entry.Kind.COOPERATIVE_REGISTERED.name(), Entry.Kind.OUTLET_OPENED.name());
    private static final List<String> BUSINESS =
            Arrays.stream(Entry.Kind.values())
                    .filter(Entry.Kind::isBusiness)
                    .map(Enum::name)
                    .toList();

    private final MongoCollection<Document> entries;
    private final MongoCollection<Entry> written;
    private final EntryCodec codec;
    private final Counter journalled;
    private final Counter replays;

    Journal(MongoOperations mongo, MeterRegistry meters) {
        this.entries = mongo.getCollection(COLLECTION);
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

    @Override
    public boolean isOrderless() {
        return true;
    }

    @Override
    public List<Outcome> handle(List<ReceivedEvent> batch) {
        var outcomes = new ArrayList<Outcome>(Collections.nCopies(batch.size(), CONSUMED));
        var made = new ArrayList<Entry>(batch.size());
        var places = new ArrayList<Integer>(batch.size());
        for (var i = 0; i < batch.size(); i++) {
            try {
                var entry = EntryReader.read(batch.get(i));
                if (entry != null) {
                    made.add(entry);
                    places.add(i);
                }
            } catch (EntryReader.Unreadable e) {
                var _ =
                        outcomes.set(
                                i,
                                new Refused(
                                        CauseCode.TYPE_UNKNOWN, String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                var _ = outcomes.set(i, notJournalled(e));
            }
        }
        if (!made.isEmpty()) {
            write(made)
                    .forEach((index, refused) -> {
                        var _ = outcomes.set(places.get(index), refused);
                    });
        }
        return outcomes;
    }

    @Override
    public Preview preview(ReceivedEvent event) {
        Document again;
        try {
            var entry = EntryReader.read(event);
            if (entry == null) {
                return Preview.taken(Map.of());
            }
            again = codec.document(entry);
        } catch (EntryReader.Unreadable e) {
            return Preview.refused(
                    new Refused(CauseCode.TYPE_UNKNOWN, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            return Preview.refused(notJournalled(e));
        }
        var first = entries.find(eq("_id", event.id())).first();
        if (first == null) {
            return Preview.taken(
                    Map.of(
                            "kind", again.getString("kind"),
                            "amount", again.getLong("amount"),
                            "at", again.getDate("at").toInstant().toString()));
        }
        var field = EntryDocuments.difference(first, again);
        return field == null ? Preview.already() : Preview.refused(otherContent(field));
    }

    private static Refused otherContent(String field) {
        return new Refused(
                CauseCode.OTHER_CONTENT_UNDER_ID,
                field,
                "Published before with another '%s'. What stands in the journal is never changed."
                        .formatted(field));
    }

    /** Making an entry asks neither database nor broker: what fails is in the event. */
    private static Refused notJournalled(RuntimeException e) {
        return new Refused(
                CauseCode.NOT_CONSUMABLE,
                "No journal entry can be made of it: %s.".formatted(e.getClass().getSimpleName()));
    }

    /**
     * @return for the entries that stood already with other content: their place and what differs
     */
    private Map<Integer, Refused> write(List<Entry> made) {
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
                conflicts.put(index, otherContent(field));
            }
        }
        return conflicts;
    }

    public Optional<Entry> find(UUID eventId) {
        return Optional.ofNullable(entries.find(eq("_id", eventId)).first())
                .map(EntryDocuments::entry);
    }

    /** Those of these events that are journalled; events that are not are passed over. */
    public List<Entry> find(Collection<UUID> eventIds) {
        return entries.find(in("_id", eventIds)).map(EntryDocuments::entry).into(new ArrayList<>());
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

    /** A member's entries that count between two times, the later exclusive. */
    public void ofMember(
            UUID cooperativeId, UUID memberId, Instant from, Instant until, Consumer<Entry> to) {
        read(
                entries.find(
                        counting(
                                from,
                                until,
                                eq("cooperativeId", cooperativeId),
                                eq("memberId", memberId))),
                to);
    }

    /**
     * All entries of a cooperative that count between two times, the later exclusive, in no
     * particular order.
     */
    public void countingOf(UUID cooperativeId, Instant from, Instant until, Consumer<Entry> to) {
        read(entries.find(counting(from, until, eq("cooperativeId", cooperativeId))), to);
    }

    /**
     * All entries of a cooperative that happened between two times, the later exclusive, in no
     * particular order.
     */
    public void ofCooperative(UUID cooperativeId, Instant from, Instant until, Consumer<Entry> to) {
        read(entries.find(between(from, until, eq("cooperativeId", cooperativeId))), to);
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

    /** An outlet's entries between two times, the later exclusive, oldest first. */
    public void ofOutlet(UUID outletId, Instant from, Instant until, Consumer<Entry> to) {
        read(
                entries.find(between(from, until, eq("outletId", outletId)))
                        .sort(Sorts.ascending("at")),
                to);
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

    private static void read(FindIterable<Document> found, Consumer<Entry> to) {
        found.batchSize(READ_AHEAD).map(EntryDocuments::entry).forEach(to);
    }

    private static Bson counting(Instant from, Instant until, Bson... owner) {
        return and(and(owner), gte("countsAt", Date.from(from)), lt("countsAt", Date.from(until)));
    }

    private static Bson between(Instant from, Instant until, Bson... owner) {
        return and(and(owner), gte("at", Date.from(from)), lt("at", Date.from(until)));
    }
}
