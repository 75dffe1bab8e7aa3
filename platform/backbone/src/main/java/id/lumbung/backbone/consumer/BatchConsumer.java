package id.lumbung.backbone.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a batch of records. Each is read by itself: one that cannot be read, or that its taker
 * refuses, becomes a dead letter, and its neighbours go on. Only a failure of the infrastructure
 * throws; then nothing of the batch is confirmed and all of it comes again.
 *
 * <p>Guarantees that every record of a confirmed batch was either taken or is a dead letter that
 * the broker has acknowledged. The taker must bear taking an event twice.
 */
public final class BatchConsumer {

    private final DeadLetterPublisher deadLetters;
    private final int largestValue;

    /**
     * @param largestValue bytes; a value above it is not even parsed
     */
    public BatchConsumer(DeadLetterPublisher deadLetters, int largestValue) {
        this.deadLetters = deadLetters;
        this.largestValue = largestValue;
    }

    /**
     * Takes events, and answers for each, in the order given, why it was refused, or null where it
     * was taken.
     */
    public interface EventHandler extends Function<List<ReceivedEvent>, List<@Nullable String>> {}

    /**
     * @param group the consumer group, by which dead letters are filed
     */
    public void take(
            String group, List<ConsumerRecord<String, byte[]>> records, EventHandler taker) {
        var readable = new ArrayList<ReceivedEvent>(records.size());
        var sources = new ArrayList<ConsumerRecord<String, byte[]>>(records.size());
        var dead = new ArrayList<DeadLetterPublisher.Letter>();
        for (var record : records) {
            try {
                readable.add(read(record.headers(), record.value()));
                sources.add(record);
            } catch (EventCodec.Unreadable e) {
                dead.add(new DeadLetterPublisher.Letter(record, String.valueOf(e.getMessage())));
            }
        }
        var refusals = readable.isEmpty() ? List.<@Nullable String>of() : taker.apply(readable);
        for (var i = 0; i < refusals.size(); i++) {
            var reason = refusals.get(i);
            if (reason != null) {
                dead.add(new DeadLetterPublisher.Letter(sources.get(i), reason));
            }
        }
        if (!dead.isEmpty()) {
            deadLetters.send(group, dead);
        }
    }

    /**
     * @throws EventCodec.Unreadable when it is not an event of the published language; says why
     */
    ReceivedEvent read(Headers headers, byte @Nullable [] value) {
        var id = header(headers, EventCodec.ID);
        var type = header(headers, EventCodec.TYPE);
        var time = header(headers, EventCodec.TIME);
        if (id == null || type == null || time == null) {
            throw new EventCodec.Unreadable(
                    "A header is missing: an event has %s, %s and %s."
                            .formatted(EventCodec.ID, EventCodec.TYPE, EventCodec.TIME));
        }
        if (value == null) {
            throw new EventCodec.Unreadable("The record has no value.");
        }
        if (value.length > largestValue) {
            throw new EventCodec.Unreadable(
                    "The value is too large: %d bytes, where %d are taken."
                            .formatted(value.length, largestValue));
        }
        return new ReceivedEvent(uuid(id), EventCodec.read(type, value), instant(time));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new EventCodec.Unreadable(
                    "The header %s is not a UUID.".formatted(EventCodec.ID));
        }
    }

    private static Instant instant(String text) {
        try {
            return EventTimes.instant(text);
        } catch (DateTimeException e) {
            throw new EventCodec.Unreadable(
                    "The header %s is not an instant.".formatted(EventCodec.TIME));
        }
    }

    private static @Nullable String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
