package id.lumbung.shu.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.testkit.Topic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records on the pharmacy's topic, good and bad. */
final class ToldRecords {

    static final Topic PHARMACY = new Topic("pharmacy");

    private ToldRecords() {}

    static Event sale(UUID cooperative, UUID sale, long total) {
        return new SaleCompleted(
                cooperative,
                sale,
                cooperative,
                null,
                Rupiah.of(total),
                null,
                Instant.parse("2025-06-01T00:00:00Z"));
    }

    /** Publishes events to the pharmacy's topic. */
    static void tell(List<Event> events) {
        PHARMACY.send(events.stream().map(ToldRecords::record).toList());
    }

    static ProducerRecord<String, byte[]> record(Event event) {
        var type = EventCodec.type(event);
        return record(
                EventId.of(event.factId(), type),
                type,
                EventCodec.write(event),
                event.key().toString());
    }

    /** A record whose value is not what its headers promise. */
    static ProducerRecord<String, byte[]> poison(String type, String value) {
        return record(UUID.randomUUID(), type, value, "poison");
    }

    private static ProducerRecord<String, byte[]> record(
            UUID id, String type, String value, String key) {
        var record = new ProducerRecord<>(PHARMACY.name(), key, value.getBytes(UTF_8));
        record.headers()
                .add(EventCodec.ID, id.toString().getBytes(UTF_8))
                .add(EventCodec.TYPE, type.getBytes(UTF_8))
                .add(EventCodec.TIME, "2026-01-01T00:00:00Z".getBytes(UTF_8));
        return record;
    }
}
