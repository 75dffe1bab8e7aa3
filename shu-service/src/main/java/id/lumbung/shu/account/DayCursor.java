package id.lumbung.shu.account;

import com.mongodb.client.MongoCursor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A frozen year's days of passers-by in their order, one read ahead. */
final class DayCursor implements AutoCloseable {

    private final int year;
    private final MongoCursor<Document> documents;
    private @Nullable Document next;

    DayCursor(int year, MongoCursor<Document> documents) {
        this.year = year;
        this.documents = documents;
        advance();
    }

    int year() {
        return year;
    }

    private void advance() {
        next = documents.hasNext() ? documents.next() : null;
    }

    /** The entries counted of a day; days must be asked for in their order. */
    List<UUID> entriesOf(LocalDate day) {
        var text = day.toString();
        while (next != null && next.getString("day").compareTo(text) < 0) {
            advance();
        }
        return next != null && text.equals(next.getString("day")) ? EntryIds.of(next) : List.of();
    }

    @Override
    public void close() {
        documents.close();
    }
}
