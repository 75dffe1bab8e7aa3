package id.lumbung.shu.journal;

import id.lumbung.shu.journal.JournalLines.Line;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

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
        var read = new LineFields();
        from.readStartDocument();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            read.field(from, from.readName());
        }
        from.readEndDocument();
        return read.line();
    }
}
