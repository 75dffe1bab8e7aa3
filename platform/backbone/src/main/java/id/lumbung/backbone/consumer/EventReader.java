package id.lumbung.backbone.consumer;

import id.lumbung.backbone.consumer.Outcome.Refused;
import id.lumbung.backbone.event.CauseCode;
import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventTimes;
import id.lumbung.backbone.event.UnreadableEvent;
import java.time.DateTimeException;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Makes events of records. Never throws, whatever a record is. */
final class EventReader {

    private final int maxValueBytes;

    /**
     * @param maxValueBytes a value above it is not even parsed
     */
    EventReader(int maxValueBytes) {
        this.maxValueBytes = maxValueBytes;
    }

    /** What a record turned out to be. */
    sealed interface Result {}

    record Event(ReceivedEvent event) implements Result {}

    record NoEvent(Refused why) implements Result {}

    Result read(Headers headers, byte @Nullable [] value) {
        var named = EventHeaders.of(headers);
        if (named == null) {
            return no(
                    CauseCode.HEADER_MISSING,
                    "A header is missing: an event has %s, %s and %s."
                            .formatted(EventCodec.ID, EventCodec.TYPE, EventCodec.TIME));
        }
        if (value == null) {
            return no(CauseCode.NO_VALUE, "The record has no value.");
        }
        if (value.length > maxValueBytes) {
            return no(
                    CauseCode.TOO_LARGE,
                    "The value is too large: %d bytes, where %d are read."
                            .formatted(value.length, maxValueBytes));
        }
        return read(named, value);
    }

    private static Result read(EventHeaders named, byte[] value) {
        try {
            var event = EventCodec.read(named.type(), value);
            return new Event(
                    new ReceivedEvent(
                            UUID.fromString(named.id()), event, EventTimes.instant(named.time())));
        } catch (UnreadableEvent e) {
            return new NoEvent(new Refused(e.code(), e.field(), e.reason()));
        } catch (DateTimeException e) {
            return no(
                    CauseCode.TIME_NOT_INSTANT,
                    "The header %s is no time that can be kept.".formatted(EventCodec.TIME));
        } catch (IllegalArgumentException e) {
            return no(
                    CauseCode.ID_NOT_UUID, "The header %s is not a UUID.".formatted(EventCodec.ID));
        } catch (RuntimeException e) {
            return no(
                    CauseCode.NOT_JSON,
                    "The value cannot be read: %s.".formatted(e.getClass().getSimpleName()));
        }
    }

    private static Result no(CauseCode code, String reason) {
        return new NoEvent(new Refused(code, reason));
    }
}
