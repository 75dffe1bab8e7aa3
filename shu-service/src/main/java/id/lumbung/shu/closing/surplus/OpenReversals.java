package id.lumbung.shu.closing.surplus;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearStore;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The payments of a divided year that are about to be reversed. They stand in the book year's own
 * document, beside its state, so that a year is settled or a payment of it is reversed, and never
 * both: none is added once the year is settled, and the year is not settled while there is one, nor
 * on totals that were read before one came or went.
 */
@Component
public class OpenReversals {

    static final String PAYMENTS = "reversing";
    static final String STARTED = "reversalsStarted";

    private final MongoCollection<Document> years;

    OpenReversals(MongoOperations mongo) {
        this.years = mongo.getCollection(BookYearStore.COLLECTION);
    }

    public ReversalsSnapshot of(UUID cooperativeId, int year) {
        var document =
                years.find(eq("_id", BookYearRecord.id(cooperativeId, year)))
                        .projection(Projections.include(PAYMENTS, STARTED))
                        .first();
        return document == null
                ? new ReversalsSnapshot(0, List.of())
                : new ReversalsSnapshot(
                        document.get(STARTED) instanceof Number started ? started.longValue() : 0,
                        document.getList(PAYMENTS, UUID.class, List.of()));
    }

    /**
     * To be called before a reversal is written. One whose process died stays begun until the same
     * payment's reversal is asked for again.
     *
     * @return false where the year is settled
     */
    public boolean begin(UUID cooperativeId, int year, UUID paymentId) {
        return years.updateOne(
                                and(
                                        eq("_id", BookYearRecord.id(cooperativeId, year)),
                                        eq("state", BookYearRecord.State.DIVIDED.name())),
                                Updates.combine(
                                        Updates.addToSet(PAYMENTS, paymentId),
                                        Updates.inc(STARTED, 1L)))
                        .getMatchedCount()
                > 0;
    }

    /** To be called after the reversal was written, or refused. */
    public void end(UUID cooperativeId, int year, UUID paymentId) {
        var _ =
                years.updateOne(
                        eq("_id", BookYearRecord.id(cooperativeId, year)),
                        Updates.pull(PAYMENTS, paymentId));
    }
}
