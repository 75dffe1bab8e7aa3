package id.lumbung.shu.journal;

import id.lumbung.shu.journal.JournalLines.Line;
import id.lumbung.shu.journal.JournalLines.Office;
import java.util.UUID;
import org.bson.BsonReader;
import org.jspecify.annotations.Nullable;

/** What was read of one line so far. */
final class LineFields {
    private @Nullable UUID id;
    private Entry.@Nullable Kind kind;
    private @Nullable UUID memberId;
    private long at;
    private long amount;
    private @Nullable String detail;
    private @Nullable UUID factId;
    private @Nullable UUID refersTo;
    private @Nullable Long refersAt;
    private @Nullable String months;

    void field(BsonReader from, String name) {
        switch (name) {
            case "_id" -> id = uuid(from);
            case "kind" -> kind = Entry.Kind.valueOf(from.readString());
            case "memberId" -> memberId = uuid(from);
            case "countsAt" -> at = from.readDateTime();
            case "amount" -> amount = from.readInt64();
            case "detail" -> detail = from.readString();
            case "factId" -> factId = uuid(from);
            case "refersTo" -> refersTo = uuid(from);
            case "refersAt" -> refersAt = from.readDateTime();
            case "months" -> months = from.readString();
            default -> from.skipValue();
        }
    }

    private static UUID uuid(BsonReader from) {
        return from.readBinaryData().asUuid();
    }

    Line line() {
        if (id == null || kind == null || factId == null) {
            throw new IllegalStateException("An entry of the journal lacks its id or kind.");
        }
        var office = kind.isBusiness() ? null : new Office(factId, refersTo, refersAt, months);
        return new Line(id, kind, memberId, at, amount, detail, office);
    }
}
