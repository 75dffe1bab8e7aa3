package id.lumbung.shu.account;

import id.lumbung.backbone.event.EventId;
import java.time.LocalDate;
import java.util.UUID;
import org.bson.Document;

/** Days of passers-by as documents, the same to the byte whenever they are computed. */
final class PassersByDocuments {

    private PassersByDocuments() {}

    private static UUID id(PassersByDay day, UUID run) {
        return EventId.of(
                day.cooperativeId(), "passers-by/" + day.bookYear() + "/" + day.day() + "/" + run);
    }

    static Document document(PassersByDay day, UUID run) {
        return new Document("_id", id(day, run))
                .append(AccountDocuments.RUN, run)
                .append("cooperativeId", day.cooperativeId())
                .append("bookYear", day.bookYear())
                .append("day", day.day().toString())
                .append("business", day.business())
                .append("entries", EntryIds.bytes(day.entries()));
    }

    static PassersByDay day(Document document) {
        return new PassersByDay(
                document.get("cooperativeId", UUID.class),
                document.getInteger("bookYear"),
                LocalDate.parse(document.getString("day")),
                document.getLong("business"),
                EntryIds.of(document));
    }
}
