package id.lumbung.shu.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;

class EntryCodecTest {

    private static final Instant AT = Instant.parse("2026-03-01T03:15:00.250Z");

    private final EntryCodec codec =
            new EntryCodec(
                    CodecRegistries.withUuidRepresentation(
                                    MongoClientSettings.getDefaultCodecRegistry(),
                                    UuidRepresentation.STANDARD)
                            .get(Document.class));

    @Test
    void anEntryIsReadBackAsItWasWrittenWithAllItsFieldsAndWithTheFewestItCanHave() {
        var all =
                new Entry(
                        UUID.randomUUID(),
                        Entry.Kind.RETURN,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Rupiah.of(-12_500),
                        Rupiah.of(-9_000),
                        AT,
                        AT.plusSeconds(1),
                        AT.plusSeconds(2),
                        "VOLUNTARY",
                        AT.plusSeconds(3),
                        "2026-01/2026-12");
        assertThat(readBack(all)).isEqualTo(all);
        var few =
                new Entry(
                        all.id(),
                        Entry.Kind.SALE,
                        all.cooperativeId(),
                        all.outletId(),
                        null,
                        all.factId(),
                        null,
                        Rupiah.ZERO,
                        null,
                        AT,
                        Entry.ALWAYS,
                        AT,
                        null,
                        null,
                        null);
        assertThat(readBack(few)).isEqualTo(few);
        assertThat(codec.document(few))
                .isEqualTo(
                        new Document("_id", few.id())
                                .append("kind", "SALE")
                                .append("cooperativeId", few.cooperativeId())
                                .append("outletId", few.outletId())
                                .append("factId", few.factId())
                                .append("amount", 0L)
                                .append("at", Date.from(AT))
                                .append("countsAt", Date.from(Entry.ALWAYS))
                                .append("recordedAt", Date.from(AT)));
        assertThat(EntryDocuments.difference(codec.document(few), codec.document(few))).isNull();
        assertThat(EntryDocuments.difference(codec.document(few), codec.document(all)))
                .isEqualTo("kind");
    }

    private Entry readBack(Entry entry) {
        try (var bytes = new BasicOutputBuffer();
                var writer = new BsonBinaryWriter(bytes)) {
            codec.encode(writer, entry, EncoderContext.builder().build());
            try (var reader = new BsonBinaryReader(bytes.getByteBuffers().getFirst().asNIO())) {
                return codec.decode(reader, DecoderContext.builder().build());
            }
        }
    }
}
