package id.lumbung.backbone.outbox;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that its document has yet to publish, in the form in which it will travel. State and
 * outbox are one document: written together or not at all, by any MongoDB, in a single write.
 *
 * @param key what belongs together in order: the partition is chosen by it
 * @param subject the fact's id
 * @param time when the fact was recorded
 * @param trace the W3C trace context of the request that wrote the fact
 * @param body the event as JSON
 */
public record OutboxMessage(
        UUID id,
        String topic,
        String type,
        String key,
        String subject,
        Instant time,
        @Nullable String trace,
        String body) {

    public static OutboxMessage of(
            Event event, String topic, Instant time, @Nullable String trace) {
        var type = EventCodec.type(event);
        return new OutboxMessage(
                EventId.of(event.factId(), type),
                topic,
                type,
                event.key().toString(),
                event.factId().toString(),
                time,
                trace,
                EventCodec.write(event));
    }
}
