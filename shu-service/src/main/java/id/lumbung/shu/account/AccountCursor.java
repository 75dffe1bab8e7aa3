package id.lumbung.shu.account;

import com.mongodb.client.MongoCursor;
import id.lumbung.backbone.mongo.UuidOrder;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A frozen year's accounts in the order of members, one read ahead. */
final class AccountCursor implements AutoCloseable {

    private final int year;
    private final MongoCursor<Document> documents;
    private @Nullable Document next;

    AccountCursor(int year, MongoCursor<Document> documents) {
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

    /** The entries of a member's account; members must be asked for in the order of their ids. */
    List<UUID> entriesOf(UUID memberId) {
        while (next != null
                && UuidOrder.BY_BYTES.compare(next.get("memberId", UUID.class), memberId) < 0) {
            advance();
        }
        return next != null && memberId.equals(next.get("memberId", UUID.class))
                ? EntryIds.of(next)
                : List.of();
    }

    @Override
    public void close() {
        documents.close();
    }
}
