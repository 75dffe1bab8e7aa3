package id.lumbung.shu.account;

import com.mongodb.client.MongoCursor;
import id.lumbung.backbone.mongo.UuidOrder;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a frozen year counted, in the order of members or of days, one document read ahead.
 *
 * @param <K> whose entries, or which day's
 */
final class FrozenCursor<K> implements AutoCloseable {

    private final int year;
    private final MongoCursor<Document> documents;
    private final Function<Document, K> key;
    private final Comparator<? super K> order;
    private @Nullable Document next;

    private FrozenCursor(
            int year,
            MongoCursor<Document> documents,
            Function<Document, K> key,
            Comparator<? super K> order) {
        this.year = year;
        this.documents = documents;
        this.key = key;
        this.order = order;
        advance();
    }

    static FrozenCursor<UUID> ofMembers(int year, MongoCursor<Document> accounts) {
        return new FrozenCursor<>(
                year, accounts, it -> it.get("memberId", UUID.class), UuidOrder.BY_BYTES);
    }

    static FrozenCursor<LocalDate> ofDays(int year, MongoCursor<Document> passersBy) {
        return new FrozenCursor<>(
                year,
                passersBy,
                it -> LocalDate.parse(it.getString("day")),
                Comparator.naturalOrder());
    }

    int year() {
        return year;
    }

    private void advance() {
        next = documents.hasNext() ? documents.next() : null;
    }

    /** The entries counted of a member or a day; they must be asked for in their order. */
    List<UUID> entriesOf(K of) {
        while (next != null && order.compare(key.apply(next), of) < 0) {
            advance();
        }
        return next != null && of.equals(key.apply(next)) ? EntryIds.of(next) : List.of();
    }

    @Override
    public void close() {
        documents.close();
    }
}
