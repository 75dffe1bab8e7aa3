package id.lumbung.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the journal makes of a sale. */
final class JournalDocument {

    private static final JsonMapper JSON = new JsonMapper();

    private JournalDocument() {}

    static Document of(ConsumerRecord<String, byte[]> record) {
        var id = UUID.fromString(header(record, "ce_id"));
        var event = JSON.readTree(record.value());
        var at = Date.from(Instant.parse(event.path("at").asString()));
        return new Document("_id", id)
                .append("kind", "SALE")
                .append("cooperativeId", uuid(event, "cooperativeId"))
                .append("outletId", uuid(event, "outletId"))
                .append("memberId", uuid(event, "memberId"))
                .append("factId", uuid(event, "saleId"))
                .append("amount", event.path("total").asLong())
                .append("at", at)
                .append("countsAt", at)
                .append("recordedAt", Date.from(Instant.parse(header(record, "ce_time"))));
    }

    private static UUID uuid(JsonNode event, String name) {
        return UUID.fromString(event.path(name).asString());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
