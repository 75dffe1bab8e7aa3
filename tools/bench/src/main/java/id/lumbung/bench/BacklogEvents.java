package id.lumbung.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Made-up sales of one outlet, as the pharmacy publishes them. */
record BacklogEvents(UUID cooperative, UUID outlet) {

    static final String TOPIC = "pharmacy";

    ProducerRecord<String, byte[]> event(int i) {
        var member = member(i);
        var json =
                """
                {"cooperativeId":"%s","saleId":"%s","outletId":"%s","memberId":"%s","total":%d,"at":"%s"}\
                """
                        .formatted(cooperative, id(i), outlet, member, 1_000 + i % 9_000, at(i));
        var record =
                new ProducerRecord<>(
                        TOPIC, member.toString(), json.getBytes(StandardCharsets.UTF_8));
        record.headers()
                .add("ce_specversion", "1.0".getBytes(StandardCharsets.UTF_8))
                .add("ce_id", id(i).toString().getBytes(StandardCharsets.UTF_8))
                .add("ce_type", "SaleCompleted".getBytes(StandardCharsets.UTF_8))
                .add("ce_source", "/pharmacy".getBytes(StandardCharsets.UTF_8))
                .add("ce_time", at(i).toString().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private UUID id(int i) {
        return new UUID(
                ((1_780_000_000_000L + i / 100) << 16) | 0x8000L | (i % 100),
                0x8000_0000_0000_0000L | (outlet.getLeastSignificantBits() >>> 2));
    }

    private UUID member(int i) {
        return new UUID(cooperative.getMostSignificantBits(), 0x8000_0000_0000_0000L | (i % 500));
    }

    private static Instant at(int i) {
        return Instant.ofEpochMilli(1_760_000_000_000L + i * 7L);
    }
}
