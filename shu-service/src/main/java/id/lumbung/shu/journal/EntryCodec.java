package id.lumbung.shu.journal;

import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * Entries as they are stored: written field by field, straight into the bytes that are sent, for
 * every event passes through here. A document in between, whose values each look for their codec,
 * cost more than all else that is done to write an entry.
 */
final class EntryCodec implements Codec<Entry> {

    private final Codec<Document> documents;

    EntryCodec(Codec<Document> documents) {
        this.documents = documents;
    }

    @Override
    public Class<Entry> getEncoderClass() {
        return Entry.class;
    }

    @Override
    public void encode(BsonWriter to, Entry entry, EncoderContext context) {
        to.writeStartDocument();
        to.writeBinaryData("_id", new BsonBinary(entry.id()));
        to.writeString("kind", entry.kind().name());
        to.writeBinaryData("cooperativeId", new BsonBinary(entry.cooperativeId()));
        to.writeBinaryData("outletId", new BsonBinary(entry.outletId()));
        if (entry.memberId() != null) {
            to.writeBinaryData("memberId", new BsonBinary(entry.memberId()));
        }
        to.writeBinaryData("factId", new BsonBinary(entry.factId()));
        if (entry.refersTo() != null) {
            to.writeBinaryData("refersTo", new BsonBinary(entry.refersTo()));
        }
        to.writeInt64("amount", entry.amount().amount());
        if (entry.cost() != null) {
            to.writeInt64("cost", entry.cost().amount());
        }
        to.writeDateTime("at", entry.at().toEpochMilli());
        to.writeDateTime("countsAt", entry.countsAt().toEpochMilli());
        to.writeDateTime("recordedAt", entry.recordedAt().toEpochMilli());
        if (entry.detail() != null) {
            to.writeString("detail", entry.detail());
        }
        if (entry.refersAt() != null) {
            to.writeDateTime("refersAt", entry.refersAt().toEpochMilli());
        }
        if (entry.months() != null) {
            to.writeString("months", entry.months());
        }
        to.writeEndDocument();
    }

    @Override
    public Entry decode(BsonReader from, DecoderContext context) {
        return EntryDocuments.entry(documents.decode(from, context));
    }

    /** An entry as it would be read back. */
    Document document(Entry entry) {
        var written = new BsonDocument();
        encode(new BsonDocumentWriter(written), entry, EncoderContext.builder().build());
        return documents.decode(new BsonDocumentReader(written), DecoderContext.builder().build());
    }
}
