package id.lumbung.retail.till;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import id.lumbung.backbone.mongo.DuplicateKeys;
import id.lumbung.backbone.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** The days of the drawers, each signed by who opened it and by who closed it. */
public final class TillStore {

    private final MongoOperations mongo;
    private final MongoCollection<Document> days;

    public TillStore(MongoOperations mongo) {
        this.mongo = mongo;
        this.days = mongo.getCollection("tillDays");
    }

    private Optional<TillDay> find(UUID cooperativeId, UUID outletId, String till, LocalDate day) {
        var own = and(eq("_id", key(outletId, till, day)), eq("cooperativeId", cooperativeId));
        return Optional.ofNullable(days.find(own).first()).map(this::read);
    }

    /**
     * Opens a day; where it is open already, that stays.
     *
     * @return the day as it stands
     * @throws id.lumbung.edge.problem.Refusal when it was opened with another amount
     */
    public TillDay open(TillDay opened) {
        try {
            var _ = days.insertOne(write(opened));
            return opened;
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
        }
        var stands = require(opened);
        if (!stands.opening().equals(opened.opening())) {
            throw TillRule.TILL_OPENED_OTHERWISE.because(
                    "Kas hari %s sudah dibuka dengan %s.".formatted(stands.day(), stands.opening()),
                    "The till of %s was opened with %s already."
                            .formatted(stands.day(), stands.opening()));
        }
        return stands;
    }

    /**
     * Closes a day; closed again with the same count, it stays as it is.
     *
     * @param closing makes the closed day of the open one, and is not asked of a closed one
     * @throws id.lumbung.edge.problem.Refusal when it is not open, or was closed otherwise
     */
    public TillDay close(TillDay asked, Cash counted, UnaryOperator<TillDay> closing) {
        var before = require(asked);
        if (before.close() != null && before.close().counted().equals(counted)) {
            return before;
        }
        var closed = closing.apply(before);
        var open = and(eq("_id", key(closed)), eq("close", null));
        return days.replaceOne(open, write(closed)).getMatchedCount() == 1
                ? closed
                : close(asked, counted, closing);
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when it was not opened
     */
    public TillDay require(TillDay asked) {
        return find(asked.cooperativeId(), asked.outletId(), asked.till(), asked.day())
                .orElseThrow(() ->
                        TillRule.TILL_NOT_OPEN.because(
                                "Kas hari %s belum dibuka. Catat modal awal dulu."
                                        .formatted(asked.day()),
                                "The till of %s was not opened. Record what it began with first."
                                        .formatted(asked.day())));
    }

    private static String key(TillDay day) {
        return key(day.outletId(), day.till(), day.day());
    }

    private static String key(UUID outletId, String till, LocalDate day) {
        return outletId + "/" + till + "/" + day;
    }

    private Document write(TillDay day) {
        var document = new Document("_id", key(day));
        Actor.current().signOn(document);
        mongo.getConverter().write(day, document);
        return document;
    }

    private TillDay read(Document document) {
        return mongo.getConverter().read(TillDay.class, document);
    }
}
