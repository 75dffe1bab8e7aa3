package id.lumbung.backbone.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.event.Examples;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.support.KafkaHeaders;

/** Records as a broker gives them: an event's, or a dead letter's of one. */
record SampleRecords(String topic, String letterTopic) {

    ConsumerRecord<String, byte[]> letter(long offset, String value) {
        var record =
                new ConsumerRecord<>(
                        letterTopic, 0, 0, "key", value == null ? null : value.getBytes(UTF_8));
        record.headers()
                .add(EventCodec.ID, UUID.randomUUID().toString().getBytes(UTF_8))
                .add(EventCodec.TYPE, "HarvestBought".getBytes(UTF_8))
                .add(EventCodec.TIME, "2026-01-01T00:00:00Z".getBytes(UTF_8))
                .add(KafkaHeaders.DLT_ORIGINAL_TOPIC, topic.getBytes(UTF_8))
                .add(KafkaHeaders.DLT_ORIGINAL_PARTITION, ByteBuffer.allocate(4).putInt(3).array())
                .add(
                        KafkaHeaders.DLT_ORIGINAL_OFFSET,
                        ByteBuffer.allocate(8).putLong(offset).array());
        return record;
    }

    ConsumerRecord<String, byte[]> record(long offset, String value) {
        var record = new ConsumerRecord<>(topic, 3, offset, "key", value.getBytes(UTF_8));
        record.headers()
                .add(
                        EventCodec.ID,
                        EventId.of(Examples.SALE.saleId(), "SaleCompleted")
                                .toString()
                                .getBytes(UTF_8))
                .add(EventCodec.TYPE, "SaleCompleted".getBytes(UTF_8))
                .add(EventCodec.TIME, "2026-01-01T00:00:00Z".getBytes(UTF_8));
        return record;
    }
}
