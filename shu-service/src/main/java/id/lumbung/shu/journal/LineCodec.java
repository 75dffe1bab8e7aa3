package id.lumbung.shu.journal;

import id.lumbung.shu.journal.JournalLines.Line;
import id.lumbung.shu.journal.JournalLines.Office;
import java.util.UUID;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines straight from the bytes that came: a division reads every entry of the year, and a
 * document in between cost more than all that is computed of it.
 */
final class LineCodec implements Codec<Line> {

    @Override
    public Class<Line> getEncoderClass() {
        return Line.class;
    }

    @Override
    public void encode(BsonWriter to, Line line, EncoderContext context) {
        throw new UnsupportedOperationException("A line is a part of an entry, never stored.");
    }

    @Override
    public Line decode(BsonReader from, DecoderContext context) {
        var read = new Fields();
        from.readStartDocument();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            read.field(from, from.readName());
        }
        from.readEndDocument();
        return read.line();
    }

    /** What was read of one line so far. */
    private static final class Fields {
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
}
